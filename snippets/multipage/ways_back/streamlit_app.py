import streamlit as st

page = st.navigation([st.Page("profile.py"), st.Page("elsewhere.py")])
st.text_input("In the entrypoint", "default", key="entrypoint")
page.run()
