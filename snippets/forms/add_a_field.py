import streamlit as st

st.session_state.setdefault("fields", 1)
if st.button("Add a field"):
    st.session_state.fields += 1
with st.form("guests"):
    numbers = range(st.session_state.fields)
    names = [st.text_input(f"Guest {number}") for number in numbers]
    st.form_submit_button("Invite")
st.text(f"Guests: {names}")
