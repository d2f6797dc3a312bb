import streamlit as st

st.session_state.setdefault("question", 1)
if st.button("Next question"):
    st.session_state.question += 1
st.text(f"question {st.session_state.question}")
