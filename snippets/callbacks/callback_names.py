import streamlit as st


def note(parameter):
    st.session_state.called = parameter


st.button("Button", on_click=note, args=("on_click",))
st.checkbox("Checkbox", on_change=note, args=("on_change",))
st.chat_input("Message", on_submit=note, args=("on_submit",))
st.text(f"called: {st.session_state.get('called')}")
