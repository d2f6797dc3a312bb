import streamlit as st


def reset():
    del st.session_state.city


st.text_input("City", "Rome", key="city", bind="query-params")
st.button("Reset", on_click=reset)
st.text(f"city: {st.session_state.city}")
