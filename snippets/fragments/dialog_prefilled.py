import streamlit as st


@st.dialog("Your name")
def ask():
    name = st.text_input("Name", st.session_state.name)
    if st.button("Save"):
        st.session_state.name = name
        st.rerun()


st.session_state.setdefault("name", "Ann")
if st.button("Change"):
    ask()
st.text(f"Name: {st.session_state.name}")
