import streamlit as st


@st.fragment
def ask():
    if st.checkbox("Show", value=True):
        st.text_input("Name", "Ann", key="name")
    st.button("Again")
    st.text(f"Name: {st.session_state.get('name')}")


ask()
