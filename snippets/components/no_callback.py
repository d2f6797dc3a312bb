import streamlit as st

empty = st.components.v2.component("empty", html="<p>Empty</p>")
result = empty(key="empty")
st.text(f"picked: {result.picked}")
