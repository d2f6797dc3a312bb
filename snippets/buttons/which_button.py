import streamlit as st

for answer in ("Yes", "No"):
    st.text(f"{answer}: {st.button(answer)}")
