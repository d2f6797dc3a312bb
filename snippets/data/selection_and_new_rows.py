import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black", "white"]})
if st.checkbox("Without green"):
    teas = teas.iloc[1:]
for key in (None, "table"):
    rows = st.dataframe(teas, key=key, on_select="rerun").selection.rows
    st.text([teas["tea"].iloc[row] for row in rows if row < len(teas)])
