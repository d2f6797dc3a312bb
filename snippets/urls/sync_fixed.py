import streamlit as st


def store():
    st.query_params.name = st.session_state.name


st.session_state.name = st.query_params.get("name", "nobody")
st.text_input("Name", key="name", on_change=store)
st.text(f"name: {st.session_state.name}")
