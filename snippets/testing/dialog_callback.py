import streamlit as st


def delete():
    st.session_state.deleted = True


@st.dialog("Delete everything?")
def confirm():
    if st.button("Yes", key="yes", on_click=delete):
        st.rerun()


if st.button("Delete", key="delete"):
    confirm()
st.text(f"Deleted: {st.session_state.get('deleted', False)}")
