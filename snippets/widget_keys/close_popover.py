import streamlit as st


def close():
    st.session_state.filters = False


with st.popover("Filters", key="filters", on_change="rerun"):
    st.text_input("City")
    st.button("Apply", on_click=close)
st.text(f"filters: {st.session_state.filters}")
