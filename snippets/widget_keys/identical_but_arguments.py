import streamlit as st
from streamlit.errors import DuplicateWidgetID

CHANGES = {
    "disabled": True,
    "label_visibility": "hidden",
    "on_change": print,
    "args": ("changed",),
    "kwargs": {"end": ""},
    "help": "Other help",
}
for name, value in CHANGES.items():
    st.text_input(name)
    try:
        st.text_input(name, **{name: value})
    except DuplicateWidgetID:
        st.text(f"identical: {name}")
