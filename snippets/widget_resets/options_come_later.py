import streamlit as st

sizes = ["S", "M"] if st.checkbox("Load") else []
st.selectbox("Size", sizes, key="size")
st.text(f"Size: {st.session_state.size}")
