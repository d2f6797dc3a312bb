from datetime import datetime

import streamlit as st

calls = st.session_state.setdefault("calls", [])


@st.cache_data
def load(month, _calls):
    _calls.append("load")
    return f"prices of {month}"


st.button("Rerun")
st.text(load(f"{datetime.now().astimezone():%B}", calls))
st.text(f"calls: {len(calls)}")
