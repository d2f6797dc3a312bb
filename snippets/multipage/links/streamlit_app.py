import streamlit as st

if st.button("Log in"):
    st.session_state.user = "Ann"
st.text(f"home of {st.session_state.get('user', 'nobody')}")
st.page_link("pages/my_orders.py", label="Orders")
st.markdown("[Orders in Markdown](/my_orders)")
