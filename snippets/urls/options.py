import streamlit as st

sizes = ["S", "M", "L"]
st.radio("Size", sizes, index=1, key="size", bind="query-params")
st.text(f"size: {st.session_state.size}")
