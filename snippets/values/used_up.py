import streamlit as st

st.session_state.setdefault("sizes", map(len, ["tea", "coffee"]))

st.text(list(st.session_state.sizes))
