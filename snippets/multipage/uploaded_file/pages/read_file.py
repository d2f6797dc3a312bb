import streamlit as st

st.button("Rerun")
st.text(f"under the uploader's key: {st.session_state.get('file')}")
st.text(f"kept: {st.session_state.kept.getvalue()}")
