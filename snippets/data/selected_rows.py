import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"]}, index=["a", "b"])
st.dataframe(teas, key="table", on_select="rerun")
rows = st.session_state.table.selection.rows
st.text(f"rows: {rows} of {list(teas.index)}")
st.text(f"teas: {teas.iloc[rows]['tea'].tolist()}")
