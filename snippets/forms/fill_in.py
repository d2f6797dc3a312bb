import streamlit as st


def fill_in():
    st.session_state.item = "Tea"


st.button("The usual", on_click=fill_in)
with st.form("order"):
    st.text_input("Item", "Water", key="item")
    st.form_submit_button("Order")
st.text(f"Item: {st.session_state.item}")
