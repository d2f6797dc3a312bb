import streamlit as st

st.expander("Details", key="details", on_change="rerun")
st.popover("Filters", key="filters", on_change="rerun")
st.tabs(["Map", "List"], key="view", on_change="rerun")
for key in sorted(st.session_state):
    st.text(f"{key}: {st.session_state[key]}")
