import streamlit as st


@st.cache_data
def greeting(name):
    return f"Hello {name}"


st.text_input("Name", key="name")
if st.button("Greet me"):
    st.text(f"name: {st.session_state.name}")
    st.text(f"greeting: {greeting(st.session_state.name)}")
