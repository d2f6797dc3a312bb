import streamlit as st

runs = st.session_state.setdefault("runs", [])
runs.append("run")
st.download_button("Download", "a,b", "data.csv")
st.download_button("Quietly", "a,b", "quiet.csv", on_click="ignore")
st.link_button("Open", "/")
st.text(f"runs: {len(runs)}")
