import streamlit as st

if st.checkbox("Show"):
    clicked = st.button("Go", key="go")
    st.text(f"clicked: {clicked}")
else:
    st.session_state.go = True
