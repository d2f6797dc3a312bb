import pandas as pd
import streamlit as st

if "teas" not in st.session_state:
    st.session_state.teas = pd.DataFrame({"price": [8, 6]})
draft = st.session_state.teas.copy()
if st.checkbox("With 10 % off"):
    draft["price"] *= 0.9
st.text(draft["price"].round(2).tolist())
