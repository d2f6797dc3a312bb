import streamlit as st


def delete():
    st.session_state.deleted = True


if st.button("Delete"):
    st.button("Really", on_click=delete)

st.text(f"deleted: {st.session_state.get('deleted', False)}")
