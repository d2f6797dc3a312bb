import streamlit as st

st.session_state.setdefault("metric", True)

if st.button("Rerun"):
    st.text("again")
st.checkbox("Metric", key="metric")
st.text(f"metric: {st.session_state.metric}")
