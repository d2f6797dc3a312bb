import streamlit as st

empty = st.components.v2.component("empty", html="<p>Empty</p>")
result = empty(
    key="empty", default={"picked": 3}, on_picked_change=lambda: None
)
st.text(f"picked: {result.picked}")
st.text(f"key: {st.session_state.empty}")
