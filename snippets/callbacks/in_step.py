import streamlit as st


def from_slider():
    st.session_state.number = st.session_state.slider


def from_number():
    st.session_state.slider = st.session_state.number


st.slider("Slider", 0, 10, key="slider", on_change=from_slider)
st.number_input("Number", 0, 10, key="number", on_change=from_number)
