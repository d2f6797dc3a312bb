import streamlit as st

st.selectbox("Size", ["S", "M"], index=None, key="size")
st.multiselect("Colours", ["red", "blue"], key="colours")
st.number_input("Count", step=1, key="count")
st.number_input("Price", key="price")
for key in ["size", "colours", "count", "price"]:
    st.text(f"{key}: {st.session_state[key]!r}")
