import streamlit as st


def add_one():
    st.session_state.count += 1


if "count" not in st.session_state:
    st.session_state.count = 0

st.button("Add one", on_click=add_one())
st.text(f"count: {st.session_state.count}")
