import streamlit as st

NAMES = ["Ann", "Bob"]


def check_all():
    for name in NAMES:
        st.session_state[name] = st.session_state.everybody


st.checkbox("Everybody", key="everybody", on_change=check_all)
for name in NAMES:
    st.checkbox(name, key=name)
