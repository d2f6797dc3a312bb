import streamlit as st


def start():
    st.session_state.busy = True


busy = st.session_state.setdefault("busy", False)
st.button("Start", disabled=busy, on_click=start)
if busy:
    try:
        st.session_state.result = int("ten")
    except ValueError as error:
        st.session_state.result = f"failed: {error}"
    st.session_state.busy = False
    st.rerun()
st.text(f"result: {st.session_state.get('result')}")
