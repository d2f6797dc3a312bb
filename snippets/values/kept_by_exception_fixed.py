import weakref

import streamlit as st


class Table:
    pass


def load():
    table = Table()
    st.session_state.table = weakref.ref(table)
    raise ValueError("row 7 is broken")


if st.button("Load"):
    try:
        load()
    except ValueError as error:
        st.session_state.problem = str(error)
if "problem" in st.session_state:
    st.text(f"{st.session_state.problem}")
    st.text(f"freed: {st.session_state.table() is None}")
