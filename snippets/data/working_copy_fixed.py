import pandas as pd
import streamlit as st

if "teas" not in st.session_state:
    st.session_state.teas = pd.DataFrame({"price": [8, 6]})
draft = st.session_state.teas.copy()
if st.checkbox("Two of each"):
    draft["price"] *= 2
st.text(draft["price"].tolist())
