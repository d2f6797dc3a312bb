import pandas as pd
import streamlit as st

st.session_state.setdefault("teas", pd.DataFrame())
if st.button("Load"):
    st.session_state.teas = pd.DataFrame({"tea": ["green"]})
if not st.session_state.teas.empty:
    st.text(f"teas: {st.session_state.teas['tea'].tolist()}")
