import streamlit as st


def finish():
    st.session_state.step = "done"
    st.rerun()


if "runs" not in st.session_state:
    st.session_state.runs = 0

st.session_state.runs += 1
clicked = st.button("Finish", on_click=finish)
st.text(f"step: {st.session_state.get('step')}")
st.text(f"runs: {st.session_state.runs}, clicked: {clicked}")
