import pandas as pd
import streamlit as st


def open_tea():
    row = st.session_state.open.row
    st.session_state.tea = teas.iloc[row]["tea"]
    st.switch_page("pages/tea_details.py")


teas = pd.DataFrame({"tea": ["green", "black"], "open": ["Open", "Open"]})
opener = st.column_config.ButtonColumn(key="open", on_click=open_tea)
st.dataframe(teas, column_config={"open": opener}, hide_index=True)
