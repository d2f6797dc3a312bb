from pathlib import Path

import streamlit as st

file = Path("guest.txt")
if name := st.text_input("Name"):
    file.write_text(name, encoding="utf-8")
st.text(f"guest: {file.read_text('utf-8') if file.exists() else 'nobody'}")
