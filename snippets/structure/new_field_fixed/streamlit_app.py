import streamlit as st
from data_profile import Profile

data = st.session_state.setdefault("profile", {"name": "Ann"})
profile = Profile(**data)
st.text(profile)
