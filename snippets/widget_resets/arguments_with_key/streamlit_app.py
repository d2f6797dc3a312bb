from inspect import signature

import streamlit as st
from changed_arguments import ALL, WIDGETS

fill = st.button("Fill in")
change = st.checkbox("Change one argument of each widget")
for command, value, arguments, own in WIDGETS:
    widget = getattr(st, command)
    reset = []
    changes = ALL | own
    for name in sorted(signature(widget).parameters & changes.keys()):
        key = f"{command}_{name}_{value}"
        if fill:
            st.session_state[key] = value
        new = {name: changes[name]} if change else {}
        widget(**arguments | new, key=key)
        if st.session_state[key] != value:
            reset.append(name)
    st.text(f"{command}: {reset}")
