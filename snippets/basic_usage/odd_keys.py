import streamlit as st

st.session_state["unit price"] = 3
st.session_state["größe-2"] = "L"
st.session_state["cart.total"] = 9
st.text(sorted(st.session_state.items()))
