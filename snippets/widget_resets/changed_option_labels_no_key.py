import streamlit as st

last = st.checkbox("Only one is left")


def label(size):
    return f"{size} (last one)" if last else size


size = st.selectbox("Size", ["S", "M"], format_func=label)
st.text(f"size: {size}")
