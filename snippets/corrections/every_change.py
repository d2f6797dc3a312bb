import streamlit as st


def note():
    st.session_state.changes += 1


st.session_state.setdefault("changes", 0)
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.checkbox("Agree", on_change=note)
st.text(f"{st.session_state.changes} changes, {st.session_state.runs} runs")
