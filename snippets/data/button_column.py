import pandas as pd
import streamlit as st


def note():
    st.session_state.seen = st.session_state.open.row


teas = pd.DataFrame({"tea": ["green", "black"], "open": ["Open", "Open"]})
st.session_state.setdefault("seen", None)
opener = st.column_config.ButtonColumn(key="open", on_click=note)
st.dataframe(teas, column_config={"open": opener}, hide_index=True)
st.text(f"click: {st.session_state.open}, seen: {st.session_state.seen}")
st.button("Rerun")
