import streamlit as st

for name in ["Ann", "Bob"]:
    with st.form(name):
        answer = st.text_input(f"Answer of {name}", "none")
        sent = st.form_submit_button(f"Send {name}")
    st.text(f"{name}: {answer}, sent: {sent}")
