import pandas as pd
import streamlit as st

prices = [9, 7] if st.checkbox("Winter prices") else [8, 6]
teas = pd.DataFrame({"tea": ["green", "black"], "price": prices})
without_key = st.data_editor(teas)
fixed = st.data_editor(teas, key="fixed")
dynamic = st.data_editor(teas, key="dynamic", num_rows="dynamic")
for edited in (without_key, fixed, dynamic):
    st.text(f"{edited['tea'].tolist()}, {edited['price'].tolist()}")
