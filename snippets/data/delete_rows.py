import pandas as pd
import streamlit as st

state = st.session_state
if "teas" not in state:
    state.teas = pd.DataFrame({"tea": ["green", "black"], "stock": [3, 5]})
    state.version = 0
teas = st.data_editor(state.teas, key=f"editor {state.version}")
if st.button("Delete what is sold out"):
    state.teas = teas[teas["stock"] > 0].reset_index(drop=True)
    state.version += 1
    st.rerun()
st.text(dict(zip(teas["tea"], teas["stock"], strict=True)))
