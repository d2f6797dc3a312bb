import streamlit as st

st.session_state.setdefault("rows", ["Ada", "Grace"])
if st.button("Delete all"):
    st.text("Are you sure?")
    if st.button("Yes"):
        st.session_state.rows.clear()

st.text(f"rows: {st.session_state.rows}")
