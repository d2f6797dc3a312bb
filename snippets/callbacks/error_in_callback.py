import streamlit as st


def load():
    st.session_state.status = "loading"
    st.session_state.amount = int("ten")


st.button("Load", on_click=load)
st.text(f"status: {st.session_state.get('status')}")
