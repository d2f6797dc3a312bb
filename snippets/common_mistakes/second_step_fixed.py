import streamlit as st


def next_step():
    st.session_state.answered = True
    st.session_state.name = st.session_state.name_input


if st.session_state.get("answered"):
    st.text(f"name: {st.session_state.name}")
    st.checkbox("I agree")
else:
    st.text_input("Name", key="name_input")
    st.button("Next", on_click=next_step)
