import streamlit as st

st.text("Hello")
st.text(f"Logged in: {st.user.get('is_logged_in', False)}")
