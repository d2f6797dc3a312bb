import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"], "price": [8, 6]})
if st.checkbox("Cheapest first"):
    teas = teas.sort_values("price")
edited = st.data_editor(teas, key="editor")
st.text(dict(zip(edited["tea"], edited["price"], strict=True)))
