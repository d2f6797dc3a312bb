import streamlit as st

st.session_state.setdefault("count", 0)
if st.button("Add one"):
    st.session_state.cuont = st.session_state.count + 1
st.text(sorted(st.session_state.items()))
