import streamlit as st


def tidy():
    st.session_state.code = st.session_state.code.strip().upper()


code = st.text_input("Code", key="code", on_change=tidy)
st.text(f"code: {code!r}")
