import time

import streamlit as st


@st.cache_data
def loaded(name):
    return name, time.time_ns()


st.text(loaded("prices"))
st.text(loaded("stock"))
st.button("Refresh all", on_click=loaded.clear)
st.button("Refresh prices", on_click=loaded.clear, args=("prices",))
