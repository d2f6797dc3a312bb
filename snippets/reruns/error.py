import streamlit as st

st.session_state.setdefault("begun", 0)
st.session_state.setdefault("ended", 0)
amount = st.text_input("Amount", "1")
st.session_state.begun += 1
st.text(f"begun: {st.session_state.begun}")
int(amount)
st.session_state.ended += 1
st.text(f"ended: {st.session_state.ended}")
