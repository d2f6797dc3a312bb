import streamlit as st

st.text(f"Report for {st.session_state.get('name', 'a stranger')}")
