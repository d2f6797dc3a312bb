import streamlit as st


def forget():
    del st.session_state.name


st.button("Forget", on_click=forget)
name = st.text_input("Name", "nobody", key="name")
st.text(f"Hello {name}")
