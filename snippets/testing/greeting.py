import streamlit as st


def count():
    st.session_state.changes += 1


st.session_state.setdefault("changes", 0)
name = st.text_input("Name", "Ada", key="name", on_change=count)
st.text(f"Hello {name}")
st.text(f"Changes: {st.session_state.changes}")
