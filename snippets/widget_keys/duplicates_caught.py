import streamlit as st
from streamlit.errors import DuplicateWidgetID

for key in [None, "go"]:
    try:
        st.button("Go", key=key)
        st.button("Go", key=key)
    except DuplicateWidgetID as error:
        st.text(f"{key}: {type(error).__name__}")
