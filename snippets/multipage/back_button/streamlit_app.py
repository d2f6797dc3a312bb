import streamlit as st

name = st.text_input("Name", "nobody")
if st.button("Save"):
    st.session_state.saved = name
st.text(f"typed: {name}")
st.text(f"saved: {st.session_state.get('saved')}")
