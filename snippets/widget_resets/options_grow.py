import streamlit as st

sizes = st.session_state.setdefault("sizes", ["S", "M"])
size = st.selectbox("Size", sizes)
level = st.select_slider("Up to", sizes)
st.text(f"size: {size}, up to: {level}")
if st.button("Add L"):
    sizes.append("L")
