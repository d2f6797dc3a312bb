import streamlit as st

ARGUMENTS = {
    "help": "Your first name",
    "placeholder": "Ada",
    "max_chars": 20,
    "icon": ":material/person:",
    "type": "password",
    "autocomplete": "name",
    "width": 200,
    "disabled": True,
    "label_visibility": "collapsed",
}

changed = st.checkbox("Set the arguments")
for name, value in ARGUMENTS.items():
    text = st.text_input(name, **({name: value} if changed else {}))
    st.text(f"{name}: {text!r}")
