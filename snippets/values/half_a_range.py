from datetime import date

import streamlit as st

days = st.date_input("Days", (date(2026, 5, 1),))
first, last = days
st.text(f"{(last - first).days} nights")
