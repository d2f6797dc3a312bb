import asyncio

import streamlit as st


async def save():
    st.session_state.saved = True


st.button("Save", on_click=lambda: asyncio.run(save()))
st.text(f"saved: {st.session_state.get('saved')}")
