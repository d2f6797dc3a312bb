import streamlit as st

st.button("Rerun")
if st.button("Empty"):
    st.session_state.size = None
size = st.select_slider("Size", ["S", "M"], key="size")
st.text(f"size: {size}")
