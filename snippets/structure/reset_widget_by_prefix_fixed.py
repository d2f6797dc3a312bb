import streamlit as st


def reset(prefix):
    for key in st.session_state:
        if key.startswith(prefix):
            del st.session_state[key]


st.session_state.setdefault("user.name", "")
st.text_input("Name", key="user.name")
st.button("Forget the user", on_click=reset, args=("user.",))
st.text(f"name: {st.session_state['user.name']}")
