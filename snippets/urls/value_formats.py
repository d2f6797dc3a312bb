import streamlit as st

sizes = ["S", "M", "L"]
st.checkbox("New", key="new", bind="query-params")
st.multiselect("Size", sizes, key="size", bind="query-params")
st.date_input("Day", "2026-01-01", key="day", bind="query-params")
st.text(f"{st.session_state.new}, {st.session_state.size}")
st.text(f"{st.session_state.day}")
