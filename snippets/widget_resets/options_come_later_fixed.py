import streamlit as st

sizes = ["S", "M"] if st.checkbox("Load") else []
if sizes and st.session_state.get("size") is None:
    st.session_state.size = sizes[0]
st.selectbox("Size", sizes, key="size")
st.text(f"Size: {st.session_state.size}")
