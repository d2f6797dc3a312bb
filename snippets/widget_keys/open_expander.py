import streamlit as st


def set_open(is_open):
    st.session_state.details = is_open


st.expander("Details", key="details", on_change="rerun").text("Here")
st.button("Open", on_click=set_open, args=[True])
st.button("Close", on_click=set_open, args=[False])
st.text(f"details: {st.session_state.details}")
