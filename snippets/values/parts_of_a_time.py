from datetime import datetime

import streamlit as st

moment = datetime.fromisoformat("2026-05-01T09:30:15")
day = st.date_input("Day", moment)
time = st.time_input("Time", moment)
st.text(f"{day!r}, {time!r}")
