import streamlit as st

CHANGES = {
    "nothing": {},
    "help": {"help": "Your first name"},
    "placeholder": {"placeholder": "Ada"},
    "max_chars": {"max_chars": 20},
    "icon": {"icon": ":material/person:"},
    "type": {"type": "password"},
    "autocomplete": {"autocomplete": "name"},
    "width": {"width": 200},
    "disabled": {"disabled": True},
    "label_visibility": {"label_visibility": "collapsed"},
}

changed = st.selectbox("Change", list(CHANGES))
name = st.text_input("Name", **CHANGES[changed])
st.text(f"name: {name!r}")
