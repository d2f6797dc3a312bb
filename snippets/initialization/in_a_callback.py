import streamlit as st


def set_price():
    prices = {"Milk": 1, "Tea": 2}
    st.session_state.price = prices[st.session_state.drink]


st.selectbox("Drink", ["Milk", "Tea"], key="drink", on_change=set_price)
st.text(f"Price: {st.session_state.price}")
