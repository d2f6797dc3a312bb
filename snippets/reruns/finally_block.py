import streamlit as st

st.session_state.setdefault("closed", 0)
st.text(f"closed: {st.session_state.closed}")
try:
    if st.button("Rerun"):
        st.rerun()
    if st.button("Stop"):
        st.stop()
finally:
    st.session_state.closed += 1
