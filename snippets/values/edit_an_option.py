from operator import itemgetter

import streamlit as st

start = [{"name": "Tea", "cups": 0}, {"name": "Coffee", "cups": 0}]
st.session_state.setdefault("drinks", start)
drinks = st.session_state.drinks

drink = st.selectbox("Drink", drinks, format_func=itemgetter("name"))
if st.button("One more"):
    drink["cups"] += 1
st.text(f"returned: {drink}")
st.text(f"stored: {drinks}")
