import streamlit as st


def add_one():
    st.session_state.clicks += 1


st.session_state.setdefault("clicks", 0)
label = f"Like ({st.session_state.clicks})"
clicked = st.button(label, key="like", on_click=add_one)
st.text(f"clicks: {st.session_state.clicks}")
st.text(f"returned: {clicked}")
