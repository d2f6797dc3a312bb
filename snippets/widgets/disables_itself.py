import streamlit as st


def lock():
    st.session_state.locked = True


locked = st.session_state.setdefault("locked", False)
st.text_input("Code", key="code", disabled=locked, on_change=lock)
st.text(f"code: {st.session_state.code!r}")
