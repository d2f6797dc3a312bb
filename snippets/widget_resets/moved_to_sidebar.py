import streamlit as st

form = st.sidebar.form("form")
place = form if st.checkbox("In the sidebar") else st
place.text_input("Name", "Ann", key="name")
form.form_submit_button("Send")
st.text(f"name: {st.session_state.name}")
