import streamlit as st

pages = [st.Page("kept_form.py"), st.Page("live_total.py")]
st.navigation(pages).run()
