import streamlit as st


def keep():
    st.session_state.name = st.session_state.name_input


if "name" not in st.session_state:
    st.session_state.name = "Ann"
if st.checkbox("Show", value=True):
    st.session_state.name_input = st.session_state.name
    st.text_input("Name", key="name_input", on_change=keep)
st.button("Rerun")
st.text(f"name: {st.session_state.name}")
