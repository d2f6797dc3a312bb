import streamlit as st

st.text("Done")
