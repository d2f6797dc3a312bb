import streamlit as st


def flip():
    st.session_state.shown = not st.session_state.shown


st.session_state.setdefault("shown", False)
label = "Hide" if st.session_state.shown else "Show"
st.button(f"{label} the details", on_click=flip)
if st.session_state.shown:
    st.text("the details")
