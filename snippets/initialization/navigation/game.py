import streamlit as st

st.button("Start over", on_click=st.session_state.clear)

st.session_state.round += 1
st.text(f"Round {st.session_state.round}")
