import pandas as pd
import streamlit as st

file = st.file_uploader("CSV file")
if file:
    st.text(f"first: {pd.read_csv(file).to_dict('list')}")
    st.text(f"second: {pd.read_csv(file).to_dict('list')}")
