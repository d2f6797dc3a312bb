import streamlit as st

label = "Your size, please" if st.checkbox("Formal") else "Size"
st.radio(label, ["S", "M"], key="size")
st.text(f"size: {st.session_state.size}")
