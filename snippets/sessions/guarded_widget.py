import streamlit as st

if "city" not in st.session_state:
    st.session_state.city = "Rome"
city = st.text_input("City", key="city")
name = st.text_input("Name", "Ada")
st.text(f"{name} from {city}")
