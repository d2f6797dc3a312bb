import pandas as pd
import streamlit as st

if "teas" not in st.session_state:
    st.session_state.teas = pd.DataFrame({"tea": ["green", "black", "white"]})
if st.button("Drop the first"):
    st.session_state.teas.iloc[1:]
    st.text("dropped")
st.text(st.session_state.teas["tea"].tolist())
