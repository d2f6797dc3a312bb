import pandas as pd
import streamlit as st


def apply_edits(key):
    for row, changes in st.session_state[key]["edited_rows"].items():
        for column, value in changes.items():
            st.session_state.teas.loc[row, column] = value
    st.session_state.version += 1


if "teas" not in st.session_state:
    st.session_state.teas = pd.DataFrame({"tea": ["green"], "price": [8]})
    st.session_state.version = 0
teas, key = st.session_state.teas, f"editor {st.session_state.version}"
st.text(f"total: {teas['price'].sum()}")
st.data_editor(teas, key=key, on_change=apply_edits, args=(key,))
st.text(f"edits: {st.session_state[key]['edited_rows']}")
