import streamlit as st

if "runs" not in st.session_state:
    st.session_state.runs = 0

st.session_state.runs += 1
page = st.navigation([st.Page("lobby.py"), st.Page("library.py")])
page.run()
