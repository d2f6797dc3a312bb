import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"]})
edited = st.data_editor(teas, key="editor", num_rows="dynamic")
st.text(f"key: {st.session_state.editor}")
st.text(f"returned: {edited['tea'].tolist()}")
st.text(f"passed: {teas['tea'].tolist()}")
