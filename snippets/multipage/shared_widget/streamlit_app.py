import streamlit as st

page = st.navigation([st.Page("flights.py"), st.Page("hotels.py")])
st.selectbox("Currency", ["EUR", "USD"], key="currency")
page.run()
