import streamlit as st

st.checkbox("Show in a frame", key="embed", bind="query-params")
