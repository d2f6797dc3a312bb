import streamlit as st


@st.fragment(key="prices")
def prices():
    st.text("Tea: 8")


prices()
if st.button("Refresh"):
    st.rerun("prices")
