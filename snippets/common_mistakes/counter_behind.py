import streamlit as st

st.session_state.setdefault("count", 0)
st.text(f"count: {st.session_state.count}")
if st.button("Add one"):
    st.session_state.count += 1
