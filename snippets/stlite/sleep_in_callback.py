import time

import streamlit as st


def save():
    time.sleep(0.1)
    st.session_state.saved = True


st.button("Save", on_click=save)
st.text(f"saved: {'saved' in st.session_state}")
