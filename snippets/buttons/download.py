import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
clicked = st.download_button("Download", "a,b")
st.text(f"runs: {st.session_state.runs}, clicked: {clicked}")
