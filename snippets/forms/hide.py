import streamlit as st

place = st.empty()
with place.form("order"):
    item = st.text_input("Item")
    sent = st.form_submit_button("Order")
if sent:
    place.empty()
    st.text(f"Ordered: {item}")
st.checkbox("Dark")
