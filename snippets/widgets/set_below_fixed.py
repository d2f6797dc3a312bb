import streamlit as st


def fill_in():
    st.session_state.city = "Rome"


st.text_input("City", key="city")
st.button("Fill in", on_click=fill_in)
st.text(f"city: {st.session_state.city}")
