import streamlit as st


def start_over():
    del st.session_state.score


st.button("Start over", on_click=start_over)

if "score" not in st.session_state:
    st.session_state.score = 10

if st.button("Add one"):
    st.session_state.score += 1
st.text(st.session_state.score)
