import streamlit as st

box = st.container()
with st.form("order"):
    st.text_input("In the form", key="form")
    st.sidebar.text_input("Sidebar", key="sidebar")
    box.text_input("Container", key="box")
    st.form_submit_button("Send")
for key in ("form", "sidebar", "box"):
    st.text(f"{key}: {st.session_state[key]!r}")
