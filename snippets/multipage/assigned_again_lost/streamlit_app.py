import streamlit as st

if "name" in st.session_state:
    st.session_state.name = st.session_state.name

pages = [st.Page("live_form.py"), st.Page("live_summary.py")]
st.navigation(pages).run()
