import pandas as pd
import streamlit as st

teas = pd.DataFrame({"tea": ["green", "black"]})
edited = st.data_editor(teas)
if st.button("Save"):
    st.session_state.saved = edited["tea"].tolist()
st.text(f"saved: {st.session_state.get('saved')}")
