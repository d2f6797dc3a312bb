import streamlit as st

with st.form("order"):
    st.text_input("In the form", key="form")
    with st.sidebar:
        st.text_input("Sidebar", key="sidebar")
    box = st.container()
    box.text_input("Container", key="box")
    st.form_submit_button("Send")
st.button("Rerun")
for key in ("form", "sidebar", "box"):
    st.text(f"{key}: {st.session_state[key]!r}")
