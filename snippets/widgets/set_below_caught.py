import streamlit as st
from streamlit.errors import StreamlitAPIException

city = st.text_input("City", key="city")
try:
    st.session_state.city = city
except StreamlitAPIException:
    st.text("caught")
