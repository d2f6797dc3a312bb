import streamlit as st

st.text_input("Name", "Ann")
st.text_input("City", "Rome", key="city")
with st.form("order"):
    st.form_submit_button("Send")
for key in sorted(st.session_state):
    st.text(f"{key}: {st.session_state[key]}")
