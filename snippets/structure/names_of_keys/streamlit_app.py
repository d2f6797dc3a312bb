import key_names
import streamlit as st

st.text_input("Name", key=key_names.NAME)
if st.button("Show"):
    st.text(st.session_state[key_names.NMAE])
