import streamlit as st


def go_forward():
    st.session_state.step += 1


st.session_state.setdefault("step", 1)
st.text(f"step {st.session_state.step}")
st.button("Next", on_click=go_forward)
