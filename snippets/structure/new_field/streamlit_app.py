import streamlit as st
from old_profile import Profile

profile = st.session_state.setdefault("profile", Profile())
st.text(profile)
