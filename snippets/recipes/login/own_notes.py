import streamlit as st

account = st.session_state.account


def add_note():
    account["notes"].append(st.session_state.note)
    st.session_state.note = ""


st.text(f"Notes of {account['name']}")
for note in account["notes"]:
    st.text(note)
st.text_input("New note", key="note", on_change=add_note)
