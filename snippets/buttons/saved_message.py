import streamlit as st

st.session_state.setdefault("saved", 0)
st.text(f"saved: {st.session_state.saved}")
if st.button("Save"):
    st.session_state.saved += 1
    st.text("Saved!")
    st.rerun()
