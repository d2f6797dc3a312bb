import streamlit as st

st.session_state.setdefault("rows", ["tea", "milk", "rice"])
for row in st.session_state.rows:
    st.text(row)
    if st.button("Remove", key=row):
        st.session_state.rows.remove(row)
        st.rerun()
