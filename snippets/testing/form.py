import streamlit as st

with st.form("person"):
    st.text_input("Name", "Ada", key="name")
    st.form_submit_button("Save")
st.text(f"Saved: {st.session_state.name}")
