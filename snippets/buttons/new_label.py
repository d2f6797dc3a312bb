import streamlit as st


def add_one():
    st.session_state.clicks += 1


st.session_state.setdefault("clicks", 0)
clicked = st.button(f"Like ({st.session_state.clicks})", on_click=add_one)
st.text(f"clicks: {st.session_state.clicks}")
st.text(f"returned: {clicked}")
