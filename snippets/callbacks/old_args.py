import streamlit as st


def save(name):
    st.session_state.saved = name


name = st.text_input("Name", "Ann")
st.button("Save", on_click=save, args=(name,))
st.text(f"saved: {st.session_state.get('saved')}, name: {name}")
