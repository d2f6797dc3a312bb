import streamlit as st

st.session_state.setdefault("sent", [])
if st.button("Send", disabled=bool(st.session_state.sent)):
    st.session_state.sent.append("order")
st.text(f"sent: {st.session_state.sent}")
