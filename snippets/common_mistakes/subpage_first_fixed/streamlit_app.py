import session_start
import streamlit as st

session_start.prepare()
st.text(f"Home of {st.session_state['user']}")
