import streamlit as st

sold_out = st.checkbox("S is sold out")
sizes = ["M", "L"] if sold_out else ["S", "M", "L"]
st.selectbox("Size", sizes, key="size")
st.text(f"sizes: {sizes}")
st.text(f"size: {st.session_state.size}")
