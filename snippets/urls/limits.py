import streamlit as st

number = st.number_input("Seats", 1, 9, 2, key="seats", bind="query-params")
st.text(f"seats: {number}")
