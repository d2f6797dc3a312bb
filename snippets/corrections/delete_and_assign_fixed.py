import streamlit as st


def clear():
    st.session_state.note = ""


st.text_input("Note", key="note")
st.button("Clear", on_click=clear)
st.text(f"note: {st.session_state.note!r}")
