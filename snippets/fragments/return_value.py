import streamlit as st


@st.fragment
def choose():
    return st.text_input("Size", "S", key="size")


returned = choose()
st.text(f"Returned: {returned}, state: {st.session_state.size}")
