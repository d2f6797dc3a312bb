import asyncio

import streamlit as st


async def save():
    st.session_state.saved = True


def click():
    asyncio.run(save())


st.button("Save", on_click=click)
st.text(f"saved: {'saved' in st.session_state}")
