import asyncio
from threading import Thread

import streamlit as st


class Client:  # like an HTTP client that keeps its connection
    def __init__(self):
        self.loop = asyncio.get_running_loop()

    async def get(self):
        return await self.loop.create_future()


async def connect():
    return Client()


loop = asyncio.new_event_loop()
Thread(target=loop.run_forever, daemon=True).start()
client = asyncio.run_coroutine_threadsafe(connect(), loop).result()
st.text(asyncio.run(client.get()))
