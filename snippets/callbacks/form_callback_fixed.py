import streamlit as st


def tidy():
    st.session_state.name = st.session_state.name.strip()


with st.form("profile"):
    st.text_input("Name", key="name")
    st.form_submit_button("Save", on_click=tidy)

st.text(f"name: {st.session_state.name!r}")
