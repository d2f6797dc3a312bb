from datetime import date

import streamlit as st

days = st.date_input("Days", (date(2026, 5, 1),))
if len(days) < 2:
    st.text("Choose the last day too.")
    st.stop()
first, last = days
st.text(f"{(last - first).days} nights")
