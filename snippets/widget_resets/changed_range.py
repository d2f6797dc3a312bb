import streamlit as st

high = 20 if st.checkbox("Wide range") else 10
st.slider("Slider", 0, high, 5, key="slider")
st.number_input("Number", 0, high, 5, key="number")
st.text(f"slider: {st.session_state.slider}")
st.text(f"number: {st.session_state.number}")
