import streamlit as st


@st.fragment(key="prices")
def prices():
    st.text("Tea: 8")


prices()
st.button("From a callback", on_click=st.rerun, args=["prices"])
if st.button("From the script"):
    st.rerun("prices")
