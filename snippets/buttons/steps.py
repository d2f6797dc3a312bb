import streamlit as st


def go_to(step):
    st.session_state.step = step


step = st.session_state.setdefault("step", 1)
st.text(f"step {step} of 3")
st.checkbox("Something else")
if step > 1:
    st.button("Back", on_click=go_to, args=(step - 1,))
if step < 3:
    st.button("Next", on_click=go_to, args=(step + 1,))
