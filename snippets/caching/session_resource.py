import streamlit as st


@st.cache_resource
def released():
    return []


@st.cache_resource(scope="session", on_release=released().append)
def basket():
    return []


st.session_state.setdefault("bought", [])
if st.button("Buy"):
    basket().append("tea")
    st.session_state.bought.append("tea")
st.text(f"cached: {basket()}")
st.text(f"session: {st.session_state.bought}")
st.text(f"released: {released()}")
