import streamlit as st

st.text(f"Unit: {st.secrets['unit']}")
