import streamlit as st

st.navigation([st.Page("front_door.py")]).run()
