import asyncio

import streamlit as st


def found():
    return st.session_state.get("user_name")


st.session_state.user_name = "Ada"
in_thread = asyncio.run(asyncio.to_thread(found))
st.text(f"script: {found()}, thread: {in_thread}")
