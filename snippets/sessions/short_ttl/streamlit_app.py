import streamlit as st
from departures import Visitor, gone

name = st.text_input("Name")
if st.button("Sign in"):
    st.session_state.visitor = Visitor(name)
st.text(f"signed in: {'visitor' in st.session_state}")
st.text(f"gone: {gone}")
