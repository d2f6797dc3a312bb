import streamlit as st

empty = st.components.v2.component("empty", html="<p>Empty</p>")
empty(key="empty", on_picked_change=lambda: None)
if st.button("Set the key"):
    st.session_state.empty = {"picked": 9}
if st.button("Set the value"):
    st.session_state.empty.picked = 9
