import streamlit as st

agreed = st.session_state.get("agreed", False)
st.button("Order", disabled=not agreed)
st.checkbox("I agree", key="agreed")
