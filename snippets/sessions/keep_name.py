import streamlit as st

name = st.text_input("Name")
if st.button("Keep"):
    st.session_state.kept = name
st.text(f"kept: {st.session_state.get('kept')}")
