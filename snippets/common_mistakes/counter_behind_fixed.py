import streamlit as st


def add_one():
    st.session_state.count += 1


st.session_state.setdefault("count", 0)
st.text(f"count: {st.session_state.count}")
st.button("Add one", on_click=add_one)
