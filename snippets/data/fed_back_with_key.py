import pandas as pd
import streamlit as st

if "teas" not in st.session_state:
    st.session_state.teas = pd.DataFrame({"tea": ["green", "black", "white"]})
st.session_state.teas = st.data_editor(st.session_state.teas, key="editor")
st.text(st.session_state.teas["tea"].tolist())
