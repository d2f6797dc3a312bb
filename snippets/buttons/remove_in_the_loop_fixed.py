import streamlit as st

st.session_state.setdefault("rows", ["tea", "milk", "rice"])
rows = st.session_state.rows
for row in rows:
    st.text(row)
    st.button("Remove", key=row, on_click=rows.remove, args=(row,))
