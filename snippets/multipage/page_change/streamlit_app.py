import streamlit as st

page = st.navigation([st.Page("quiz.py"), st.Page("about_quiz.py")])
if st.session_state.get("page") != page.url_path:
    st.session_state.page = page.url_path
    st.session_state.pop("question", None)
page.run()
