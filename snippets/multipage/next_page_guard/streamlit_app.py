import streamlit as st

if "currency" not in st.session_state:
    st.session_state.currency = "USD"
page = st.navigation([st.Page("choose_room.py"), st.Page("pay_room.py")])
st.selectbox("Currency", ["EUR", "USD", "GBP"], key="currency")
page.run()
