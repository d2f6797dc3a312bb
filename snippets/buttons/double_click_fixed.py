import streamlit as st


def go_to(step):
    st.session_state.step = step


step = st.session_state.setdefault("step", 1)
st.text(f"step {step}")
st.button("Next", key=f"next_{step}", on_click=go_to, args=(step + 1,))
