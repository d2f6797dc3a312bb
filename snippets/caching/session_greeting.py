import streamlit as st


@st.cache_data(scope="session")
def greeting():
    return f"Hello {st.session_state.name}"


st.text_input("Name", key="name")
if st.button("Greet me"):
    st.text(f"name: {st.session_state.name}")
    st.text(f"greeting: {greeting()}")
