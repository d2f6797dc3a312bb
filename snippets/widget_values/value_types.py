import streamlit as st

st.selectbox("Size", ["S", "M"], index=None, key="size")
st.multiselect("Colors", ["red", "blue"], key="colors")
st.number_input("Count", step=1, key="count")
st.number_input("Price", key="price")
for key in ["size", "colors", "count", "price"]:
    st.text(f"{key}: {st.session_state[key]!r}")
