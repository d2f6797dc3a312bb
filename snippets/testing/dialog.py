import streamlit as st


@st.dialog("Delete everything?")
def confirm():
    if st.button("Yes", key="yes"):
        st.session_state.deleted = True
        st.rerun()


if st.button("Delete", key="delete"):
    confirm()
st.text(f"Deleted: {st.session_state.get('deleted', False)}")
