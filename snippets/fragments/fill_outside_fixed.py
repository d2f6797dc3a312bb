import streamlit as st


def put():
    st.session_state.name = "Ada"


@st.fragment
def suggest():
    st.text_input("Name", "nobody", key="name")
    st.button("Suggest", on_click=put)
    st.text(f"Inside: {st.session_state.name}")


suggest()
