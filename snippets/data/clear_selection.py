import pandas as pd
import streamlit as st


def clear():
    st.session_state.table = {"selection": {"rows": []}}


teas = pd.DataFrame({"tea": ["green", "black"]})
st.dataframe(teas, key="table", on_select="rerun")
st.button("Clear", on_click=clear)
st.text(f"rows: {st.session_state.table['selection']['rows']}")
