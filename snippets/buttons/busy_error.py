import streamlit as st


def start():
    st.session_state.busy = True


busy = st.session_state.setdefault("busy", False)
st.button("Start", disabled=busy, on_click=start)
if busy:
    st.session_state.result = int("ten")
    st.session_state.busy = False
    st.rerun()
