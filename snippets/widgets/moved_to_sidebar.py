import streamlit as st

place = st.sidebar if st.checkbox("In the sidebar") else st
place.text_input("Name", "Ann", key="name")
st.text(f"name: {st.session_state.name}")
