import streamlit as st


@st.fragment(key="prices")
def prices():
    st.text("Tea: 8")


if st.checkbox("Show the prices"):
    prices()
st.button("Refresh", on_click=st.rerun, args=["prices"])
