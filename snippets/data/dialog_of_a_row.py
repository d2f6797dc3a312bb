import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"]})


@st.dialog("Tea")
def show(row):
    st.text(f"tea: {teas.iloc[row]['tea']}")


table = st.dataframe(teas, key="table", on_select="rerun")
for row in table.selection.rows[:1]:
    show(row)
st.checkbox("Dark")
