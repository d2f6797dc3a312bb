import streamlit as st

if "prices" not in st.session_state:
    st.session_state.prices = [3]
    st.session_state.total = sum(st.session_state.prices)
if st.button("Add 2"):
    st.session_state.prices.append(2)
st.text(f"prices: {st.session_state.prices}")
st.text(f"total: {st.session_state.total}")
