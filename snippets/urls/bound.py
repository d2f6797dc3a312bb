import streamlit as st

colors = ["red", "green", "blue"]
st.selectbox("Color", colors, key="color", bind="query-params")
st.text(f"color: {st.session_state.color}")
