import streamlit as st


def note():
    st.session_state.changes.append(st.session_state.city)


if "changes" not in st.session_state:
    st.session_state.changes = []

st.text_input("City", "Rome", key="city", bind="query-params", on_change=note)
st.text(f"city: {st.session_state.city}")
st.text(f"changes: {st.session_state.changes}")
