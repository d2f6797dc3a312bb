import streamlit as st

lock = st.checkbox("Lock")
if st.button("Fill in"):
    st.session_state.city = "Rome"
st.text_input("City", key="city", disabled=lock)
st.text(f"city: {st.session_state.city}")
