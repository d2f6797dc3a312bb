import streamlit as st

st.session_state.setdefault("name", "nobody")
with st.form("profile"):
    name = st.text_input("Name", st.session_state.name)
    if st.form_submit_button("Save"):
        st.session_state.name = name
        st.rerun()
st.text(f"Name: {st.session_state.name}")
