import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black", "white"]})
if st.checkbox("Fewer rows"):
    teas = teas.iloc[:2]
if st.checkbox("Another name"):
    teas = teas.rename(columns={"tea": "name"})
edited = st.data_editor(teas, key="editor")
st.text(edited.iloc[:, 0].tolist())
