from inspect import signature

import streamlit as st

CHANGES = {
    "label": "New",
    "value": "A",
    "max_chars": 9,
    "type": "password",
    "help": "New",
    "autocomplete": "on",
    "placeholder": "New",
    "disabled": True,
    "label_visibility": "hidden",
    "on_change": print,
    "args": ("changed",),
    "kwargs": {"end": ""},
    "icon": "🎈",
    "width": 300,
    "validate": "[A-Z]",
    "required": True,
    "live": True,
}
change = st.checkbox("Change one argument of each widget")
for name in sorted(signature(st.text_input).parameters & CHANGES.keys()):
    changed = {name: CHANGES[name]} if change else {}
    text = st.text_input(**{"label": f"Change {name}"} | changed)
    st.text(f"{name}: {text!r}")
