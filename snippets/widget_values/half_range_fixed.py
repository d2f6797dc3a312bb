from datetime import date

import streamlit as st

days = st.date_input("Days", (date(2026, 5, 1), date(2026, 5, 8)))
if len(days) < 2:
    st.info("Pick the last day too.")
    st.stop()
first, last = days
st.text(f"nights: {(last - first).days}")
