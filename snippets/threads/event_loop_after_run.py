import asyncio

import streamlit as st


async def fetch():
    return "data"


st.text(asyncio.run(fetch()))
asyncio.get_event_loop()
