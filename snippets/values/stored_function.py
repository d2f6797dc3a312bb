import streamlit as st

run = st.session_state.get("run", 0) + 1
st.session_state.run = run


def tell():
    return f"run {run}"


st.session_state.setdefault("tell", tell)
st.text(f"new function: {tell()}")
st.text(f"stored function: {st.session_state.tell()}")
