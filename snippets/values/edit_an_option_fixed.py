import streamlit as st

start = {"Tea": {"cups": 0}, "Coffee": {"cups": 0}}
st.session_state.setdefault("drinks", start)
drinks = st.session_state.drinks

drink = drinks[st.selectbox("Drink", drinks)]
if st.button("One more"):
    drink["cups"] += 1
st.text(f"looked up: {drink}")
st.text(f"stored: {drinks}")
