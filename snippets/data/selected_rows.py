import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black", "white"]}, index=[10, 11, 12])
st.dataframe(teas, key="table", on_select="rerun")
rows = st.session_state.table.selection.rows
st.text(f"rows: {rows}")
st.text(f"teas: {teas.iloc[rows]['tea'].tolist()}")
