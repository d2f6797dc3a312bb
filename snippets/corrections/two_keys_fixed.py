import streamlit as st


def store():
    st.session_state["city"] = st.session_state["_city"]


st.session_state.setdefault("city", "Oslo")
st.session_state["_city"] = st.session_state["city"]
st.text_input("City", key="_city", on_change=store)
st.text(f"city: {st.session_state.city}")
