import streamlit as st

run = st.session_state.get("run", 0) + 1
st.session_state.run = run


def tell():
    return f"run {run}"


st.session_state.setdefault("tell", tell)
st.text(f"the script's: {tell()}")
st.text(f"the stored one's: {st.session_state.tell()}")
