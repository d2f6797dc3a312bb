import streamlit as st

st.session_state.setdefault("count", 1.5)
count = st.number_input("Count", step=1, key="count")
st.text(f"count: {count}")
