import streamlit as st

st.text(f"note: {st.session_state.get('note')}")
try:
    if st.button("Save"):
        st.session_state.note = "tea"
        st.rerun()
except:
    st.text("could not save")
