import asyncio

import streamlit as st


async def start():
    st.session_state.task = asyncio.create_task(asyncio.sleep(60))


if st.button("Start"):
    asyncio.run(start())
    st.text(f"canceled: {st.session_state.task.cancelled()}")
