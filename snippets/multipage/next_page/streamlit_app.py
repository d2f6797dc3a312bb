import streamlit as st

page = st.navigation([st.Page("choose_seat.py"), st.Page("pay_seat.py")])
st.selectbox("Currency", ["EUR", "USD"], key="currency")
page.run()
