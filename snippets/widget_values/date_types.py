from datetime import date

import streamlit as st

first, last = date(2026, 5, 1), date(2026, 5, 8)
st.date_input("Day", first, key="day")
st.date_input("Days", (first, last), key="days")
st.text(f"day: {st.session_state.day!r}")
st.text(f"days: {st.session_state.days}")
