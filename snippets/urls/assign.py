import streamlit as st


def set_city(city):
    st.session_state.city = city


st.text_input("City", "Rome", key="city", bind="query-params")
st.button("Paris", on_click=set_city, args=["Paris"])
st.button("Reset", on_click=set_city, args=["Rome"])
st.text(f"city: {st.session_state.city}")
