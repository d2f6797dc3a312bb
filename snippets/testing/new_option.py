import streamlit as st

color = st.selectbox("Color", ["red", "blue"], accept_new_options=True)
st.text(f"Color: {color}")
