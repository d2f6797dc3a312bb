import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.download_button("Download", "green, black", "teas.txt", on_click="ignore")
st.button("Rerun")
st.text(f"runs: {st.session_state.runs}")
