import streamlit as st

st.session_state.items = ["tea", "milk"]

st.text(sorted(st.session_state["items"]))
st.text(sorted(st.session_state.items))
