import streamlit as st
from visits import count_visit

count_visit()
st.text(f"visits: {st.session_state.visits}")
