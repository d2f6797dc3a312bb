import streamlit as st


def save():
    state = st.session_state
    state.saved.append(f"{state.name} from {state.city}")


if "saved" not in st.session_state:
    st.session_state.saved = []

with st.form("profile"):
    st.text_input("Name", "Ann", key="name")
    st.text_input("City", "Rome", key="city")
    st.form_submit_button("Save", on_click=save)

st.text(f"saved: {st.session_state.saved}")
