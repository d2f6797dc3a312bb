import streamlit as st

if "currency" not in st.session_state:
    st.session_state.currency = "USD"
page = st.navigation([st.Page("choose_cabin.py"), st.Page("pay_cabin.py")])
st.selectbox(
    "Currency", ["EUR", "USD", "GBP"], key="currency", persist_state="session"
)
page.run()
