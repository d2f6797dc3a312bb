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

changed = st.selectbox("Change", ["nothing", *ARGUMENTS])
arguments = {changed: ARGUMENTS[changed]} if changed in ARGUMENTS else {}
name = st.text_input("Name", **arguments)
st.text(f"name: {name!r}")
