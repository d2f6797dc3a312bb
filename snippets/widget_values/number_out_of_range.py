import streamlit as st

st.session_state.count = 500
st.text(f"above: {st.session_state.count}")
st.number_input("Count", 1, 100, key="count")
st.text(f"below: {st.session_state.count}")
