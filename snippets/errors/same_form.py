import streamlit as st

for item in ["Tea", "Milk"]:
    with st.form("order"):
        st.form_submit_button(f"Order {item}")
