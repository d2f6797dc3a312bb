import streamlit as st

names = ["Ann", "Bob"]
if st.button("Select both"):
    st.session_state.table = {"selection": {"rows": [0, 1]}}
table = st.dataframe(names, key="table", on_select="rerun")
st.text(f"selected: {[names[row] for row in table.selection.rows]}")
