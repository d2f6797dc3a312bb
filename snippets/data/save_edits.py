import time

import pandas as pd
import streamlit as st


def save():
    for row, changes in st.session_state.editor["edited_rows"].items():
        saved.append(f"row {row}: {changes}")
        time.sleep(1)  # a slow database


saved = st.session_state.setdefault("saved", [])
teas = pd.DataFrame({"price": [8, 6]})
st.data_editor(teas, key="editor", on_change=save)
st.text(f"saved: {saved}")
