import pandas as pd
import streamlit as st

file = st.file_uploader("CSV file")
if file:
    st.text(f"columns: {list(pd.read_csv(file))}")
    file.seek(0)
    st.text(f"rows: {len(pd.read_csv(file))}")
