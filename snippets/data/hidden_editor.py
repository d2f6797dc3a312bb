import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"]})
if st.checkbox("Edit", value=True):
    edited = st.data_editor(teas, key="editor")
    st.text(edited["tea"].tolist())
