import pandas as pd
import streamlit as st

st.session_state.setdefault("teas", pd.DataFrame())
if st.session_state.teas:
    st.text("there are some")
