import streamlit as st

st.session_state.setdefault("drinks", ["Tea", "Milk", "Rum"])
st.session_state.drinks = st.session_state.drinks[:2]
drinks = st.multiselect(
    "Drinks", ["Tea", "Milk", "Rum"], max_selections=2, key="drinks"
)
st.text(f"Drinks: {drinks}")
