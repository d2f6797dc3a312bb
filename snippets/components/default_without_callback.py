import streamlit as st

empty = st.components.v2.component("empty", html="<p>Empty</p>")
empty(key="empty", default={"picked": 3})
