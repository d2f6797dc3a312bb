from decimal import Decimal

import pandas as pd
import streamlit as st

price = Decimal("10.25" if st.checkbox("Another price") else "1.5")
teas = pd.DataFrame({"tea": ["green", "black", "white"], "price": price})
if st.checkbox("Fewer rows"):
    teas = teas.iloc[:2]
if st.checkbox("Another name"):
    teas = teas.rename(columns={"tea": "name"})
edited = st.data_editor(teas, key="editor")
st.text(edited.iloc[:, 0].tolist())
