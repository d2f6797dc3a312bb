import time

import pandas as pd
import streamlit as st


def save():
    for row, changes in st.session_state.editor["edited_rows"].items():
        if done.get(row) != changes:
            done[row] = dict(changes)  # before the slow part
            saved.append(f"row {row}: {changes}")
            time.sleep(1)  # a slow database


done = st.session_state.setdefault("done", {})
saved = st.session_state.setdefault("saved", [])
teas = pd.DataFrame({"price": [8, 6]})
st.data_editor(teas, key="editor", on_change=save)
st.text(f"saved: {saved}")
