import streamlit as st

text = st.text_input("Letter")
if st.button("Send"):
    st.session_state.letter = text
    st.switch_page("pages/read_letter.py")
