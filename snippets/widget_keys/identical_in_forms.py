import streamlit as st

for name in ["Ann", "Bob"]:
    with st.form(name):
        place = st.text_input("City", "Rome")
        st.form_submit_button("Save")
    st.text(f"{name}: {place}")
