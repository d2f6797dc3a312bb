import asyncio
from threading import Thread

import streamlit as st


class Client:  # like an HTTP client that keeps its connection
    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.requests = 0

    async def get(self):
        answer = self.loop.create_future()
        self.loop.call_later(0.1, answer.set_result, "data")
        self.requests += 1
        return f"{await answer} {self.requests}"


async def connect():
    return Client()


@st.cache_resource
def start_loop():
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, daemon=True).start()
    return loop


def wait_for(coroutine):
    future = asyncio.run_coroutine_threadsafe(coroutine, start_loop())
    return future.result()


if "client" not in st.session_state:
    st.session_state.client = wait_for(connect())
st.text(wait_for(st.session_state.client.get()))
