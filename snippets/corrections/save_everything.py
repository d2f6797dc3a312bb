import streamlit as st

st.session_state.update(st.session_state)
st.text_input("Name", key="name")
st.button("Refresh", key="refresh")
st.text(f"name: {st.session_state.name!r}")
