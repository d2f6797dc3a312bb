import streamlit as st

if "assigned" in st.session_state:
    st.session_state.assigned = st.session_state.assigned
pages = [st.Page("kept_inputs.py"), st.Page("kept_elsewhere.py")]
st.navigation(pages).run()
