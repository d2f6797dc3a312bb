import asyncio

import streamlit as st


class Client:  # like an HTTP client that keeps its connection
    def __init__(self):
        self.loop = asyncio.get_running_loop()

    async def get(self):
        answer = self.loop.create_future()
        self.loop.call_soon(answer.set_result, "data")
        return await answer


async def main():
    if "client" not in st.session_state:
        st.session_state.client = Client()
    return await st.session_state.client.get()


st.text(asyncio.run(main()))
