import asyncio

import streamlit as st


async def fetch(city):
    st.session_state[city] = f"data of {city}"
    st.session_state.fetched.append(city)


async def main():
    await asyncio.create_task(fetch("Rome"))
    await fetch("Oslo")


st.session_state.fetched = []
asyncio.run(main())
st.text(f"fetched: {st.session_state.fetched}")
st.text(f"{st.session_state.Rome}, {st.session_state.Oslo}")
