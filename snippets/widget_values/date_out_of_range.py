from datetime import date

import streamlit as st

first, last = date(2026, 5, 1), date(2026, 5, 31)
st.session_state.setdefault("day", date(2026, 6, 30))
st.text(f"above: {st.session_state.day}")
st.date_input("Day", first, max_value=last, key="day")
st.text(f"below: {st.session_state.day}")
