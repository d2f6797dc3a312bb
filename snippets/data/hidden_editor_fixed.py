import pandas as pd
import streamlit as st

if "teas" not in st.session_state:
    st.session_state.teas = pd.DataFrame({"tea": ["green", "black"]})
if st.checkbox("Edit", value=True):
    edited = st.data_editor(st.session_state.teas, key="editor")
    st.text(edited["tea"].tolist())
    st.session_state.edited = edited
else:
    st.session_state.teas = st.session_state.edited
