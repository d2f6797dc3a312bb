import asyncio

import streamlit as st


async def fetch(city):
    st.session_state.fetched.append(city)


async def main():
    await asyncio.gather(fetch("Rome"), fetch("Oslo"))


st.session_state.fetched = []
asyncio.run(main())
st.text(f"fetched: {st.session_state.fetched}")
