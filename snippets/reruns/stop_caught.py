import streamlit as st

try:
    st.text("A name, please")
    st.stop()
except BaseException:  # noqa: BLE001
    st.text("caught")
st.text("Hello")
