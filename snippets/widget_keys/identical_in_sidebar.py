import streamlit as st

main = st.text_input("City", "Rome")
side = st.sidebar.text_input("City", "Rome")
st.text(f"main: {main}")
st.text(f"sidebar: {side}")
