import json
from pathlib import Path

import streamlit as st

FILE = Path("settings.json")
DEFAULTS = {"title": "My app", "rows": 10, "compact": False}
state = st.session_state


def load():
    try:
        saved = json.loads(FILE.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        saved = {}
    return DEFAULTS | saved


def save():
    state.saved = {key: state[key] for key in DEFAULTS}
    FILE.write_text(json.dumps(state.saved), "utf-8")


def discard():
    state.update(state.saved)


def reset():
    state.update(DEFAULTS)


if "saved" not in state:
    state.saved = load()
for key in DEFAULTS:
    state.setdefault(key, state.saved[key])

st.text_input("Title", key="title")
st.number_input("Rows on a page", 1, 100, key="rows")
st.checkbox("Compact", key="compact")
left, middle, right = st.columns(3)
left.button("Save", on_click=save)
middle.button("Discard", on_click=discard)
right.button("Defaults", on_click=reset)
if any(state[key] != state.saved[key] for key in DEFAULTS):
    st.warning("Not saved yet")
