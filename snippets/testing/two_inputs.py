import streamlit as st


def note(name):
    st.session_state.events.append(name)


st.session_state.setdefault("events", [])
st.text_input("First", on_change=note, args=("first",))
st.text_input("Second", on_change=note, args=("second",))
st.session_state.events.append("run")
st.text(" > ".join(st.session_state.events))
