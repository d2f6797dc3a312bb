from pathlib import Path

import streamlit as st
from streamlit.components.v1 import declare_component

old = declare_component("old", path=Path(__file__).with_name("old"))
new = st.components.v2.component("new", html="<p>New</p>")

st.text(f"old returns {old(key='old', default=3)}")
st.text(f"old holds {st.session_state.old}")
st.text(f"new returns {new(key='new', on_picked_change=lambda: None).picked}")
st.text(f"new holds {st.session_state.new}")
