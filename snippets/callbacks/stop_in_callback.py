import streamlit as st


def save():
    st.session_state.tries += 1
    st.text("nothing to save")
    st.stop()


if "tries" not in st.session_state:
    st.session_state.tries = 0

st.button("Save", on_click=save)
st.text(f"tries: {st.session_state.tries}")
