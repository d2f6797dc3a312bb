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
}
change = st.checkbox("Change one argument of each widget")
for name, new in CHANGES.items():
    changed = {name: new} if change else {}
    text = st.text_input(**{"label": f"Change {name}"} | changed)
    st.text(f"{name}: {text!r}")
