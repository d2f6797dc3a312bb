import weakref

import streamlit as st


class Table:
    pass


table = Table()
st.session_state.setdefault("weak", weakref.ref(table))
st.text(f"freed: {st.session_state.weak() is None}")
