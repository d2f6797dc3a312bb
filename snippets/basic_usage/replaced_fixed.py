import streamlit as st

if st.button("Start over"):
    st.session_state.clear()
visits = st.session_state.get("visits", 0)
st.session_state["visits"] = visits + 1
st.text(f"visits: {st.session_state.visits}")
