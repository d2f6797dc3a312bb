import streamlit as st

seats = st.number_input("Seats", 1, 10, 2)
st.button("Refresh")
st.text(f"Seats: {seats}")
