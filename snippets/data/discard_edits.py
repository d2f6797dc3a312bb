import pandas as pd
import streamlit as st


def discard():
    st.session_state.version += 1


st.session_state.setdefault("version", 0)
teas = pd.DataFrame({"tea": ["green", "black"]})
edited = st.data_editor(teas, key=f"editor {st.session_state.version}")
st.button("Discard edits", on_click=discard)
st.text(edited["tea"].tolist())
