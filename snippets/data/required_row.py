import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"]})
mode = "single-row-required"
st.dataframe(teas, key="table", on_select="rerun", selection_mode=mode)
st.text(f"rows: {st.session_state.table.selection.rows}")
