import streamlit as st


def add():
    st.session_state.count += 1


st.session_state.setdefault("count", 0)
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
if st.button("Add", on_click=add):
    st.rerun()
st.text(f"count: {st.session_state.count}, runs: {st.session_state.runs}")
