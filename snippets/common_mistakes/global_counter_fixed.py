import streamlit as st

st.session_state.setdefault("total", 0)


def add_one():
    st.session_state.total += 1
    st.text(f"in the callback: {st.session_state.total}")


st.button("Add one", on_click=add_one)
st.text(f"in the script: {st.session_state.total}")
