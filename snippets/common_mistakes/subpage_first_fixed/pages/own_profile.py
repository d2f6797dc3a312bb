import session_start
import streamlit as st

session_start.prepare()
st.text(f"Profile of {st.session_state['user']}")
