import streamlit as st

st.session_state.setdefault("likes", 0)
st.text(f"Likes: {st.session_state.likes}")
if st.button("Like"):
    st.session_state.likes += 1
