from datetime import datetime

import streamlit as st

calls = st.session_state.setdefault("calls", [])


@st.cache_data
def load(now, _calls):
    _calls.append("load")
    return f"prices of {now:%B}"


st.button("Rerun")
st.text(load(datetime.now().astimezone(), calls))
st.text(f"calls: {len(calls)}")
