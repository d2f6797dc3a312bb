import pandas as pd
import streamlit as st


def save(table):
    st.session_state.saved = table["tea"].tolist()


teas = pd.DataFrame({"tea": ["green", "black"]})
edited = st.data_editor(teas)
st.button("Save", on_click=save, args=(edited,))
st.text(f"saved: {st.session_state.get('saved')}")
