import streamlit as st

st.session_state.setdefault("count", 20)
st.session_state.count = min(st.session_state.count, 10)
st.text(f"Count: {st.slider('Count', 0, 10, key='count')}")
