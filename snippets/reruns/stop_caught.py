import streamlit as st

try:
    st.text("A name, please")
    st.stop()
except BaseException:
    st.text("caught")
st.text("Hello")
