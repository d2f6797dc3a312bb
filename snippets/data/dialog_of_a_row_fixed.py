import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"]})


@st.dialog("Tea")
def show(row):
    st.text(f"tea: {teas.iloc[row]['tea']}")


def show_selected():
    for row in st.session_state.table.selection.rows[:1]:
        show(row)


@st.fragment
def table():
    st.dataframe(teas, key="table", on_select=show_selected)


table()
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.text(f"runs: {st.session_state.runs}")
st.checkbox("Dark")
