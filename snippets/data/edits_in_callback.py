import pandas as pd
import streamlit as st


def note():
    st.session_state.found = str(st.session_state.editor["edited_rows"])


teas = pd.DataFrame({"tea": ["green", "black"]})
st.text(f"found: {st.session_state.get('found')}")
st.data_editor(teas, key="editor", on_change=note)
