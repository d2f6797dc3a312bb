import streamlit as st

account = st.session_state.account
st.text(f"{account['name']} has {len(account['notes'])} notes")
