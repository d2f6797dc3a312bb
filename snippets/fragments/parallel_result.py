import time

import streamlit as st


@st.fragment(parallel=True)
def load():
    time.sleep(1)  # a slow query
    st.session_state.rows = 5
    return 5


returned = load()
st.text(f"Returned: {returned}, state: {st.session_state.get('rows')}")
