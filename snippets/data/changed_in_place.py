import pandas as pd
import streamlit as st

if "teas" not in st.session_state:
    st.session_state.teas = pd.DataFrame({"price": [8, 6]})
if st.button("Raise prices"):
    st.session_state.teas["price"] += 1
st.text(st.session_state.teas["price"].tolist())
