import streamlit as st


async def save():
    st.session_state.saved = True


st.button("Save", on_click=save)
st.text(f"saved: {st.session_state.get('saved')}")
