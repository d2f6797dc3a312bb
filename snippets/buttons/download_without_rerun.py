import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.download_button("Download", "a,b", "data.csv", on_click="ignore")
st.link_button("Open", "/")
st.text(f"runs: {st.session_state.runs}")
