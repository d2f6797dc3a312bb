import streamlit as st


@st.dialog("Your name")
def ask():
    st.text_input("Name", "Bob", key="draft")
    if st.button("Save"):
        st.session_state.name = st.session_state.draft
        st.rerun()


if st.button("Change"):
    ask()
st.text(f"Name: {st.session_state.get('name')}")
st.text(f"Draft: {st.session_state.get('draft')}")
