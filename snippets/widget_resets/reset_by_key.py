import streamlit as st

if "round" not in st.session_state:
    st.session_state.round = 0
if st.button("Start again"):
    st.session_state.round += 1
key = f"name_{st.session_state.round}"
name = st.text_input("Name", "Ann", key=key)
st.text(f"{key}: {name}")
