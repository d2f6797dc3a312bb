import streamlit as st

st.container(key="container")
st.expander("Details", key="expander")
st.popover("Filters", key="popover")
st.tabs(["Map", "List"], key="tabs")
with st.form("form"):
    st.form_submit_button("Send", key="send")
st.text(f"keys: {list(st.session_state)}")
