import streamlit as st

st.session_state.setdefault("names", {"A": "Ann", "B": "Bob"})
names = st.session_state.names
chosen = st.radio("Record", list(names))
with st.form("edit"):
    name = st.text_input("Name", names[chosen], key="name")
    if st.form_submit_button("Save"):
        names[chosen] = name
st.text(f"Names: {names}")
