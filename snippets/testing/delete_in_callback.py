import streamlit as st


def forget():
    del st.session_state.name


st.text_input("Name", "nobody", key="name")
st.button("Forget", on_click=forget)
st.text(f"Name: {st.session_state.name}")
