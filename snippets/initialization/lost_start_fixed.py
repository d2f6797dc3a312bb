import streamlit as st

if st.button("Rerun"):
    st.text("again")
st.checkbox("Metric", value=True, key="metric")
st.text(f"metric: {st.session_state.metric}")
