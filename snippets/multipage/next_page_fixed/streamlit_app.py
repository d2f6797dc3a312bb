import streamlit as st

page = st.navigation([st.Page("choose_table.py"), st.Page("pay_table.py")])
st.selectbox(
    "Currency", ["EUR", "USD"], key="currency", persist_state="session"
)
page.run()
