import json
from pathlib import Path

import streamlit as st

FILE = Path("settings.json")


def save():
    FILE.write_text(json.dumps({"city": st.session_state.city}))


if "city" not in st.session_state and FILE.exists():
    st.session_state.update(json.loads(FILE.read_text()))
st.text_input("City", key="city", on_change=save)
