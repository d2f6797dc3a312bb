from datetime import datetime, timedelta, timezone

import streamlit as st

zone = timezone(timedelta(hours=2))
nine = datetime(2026, 5, 1, 9, tzinfo=zone)
moment = st.slider("Moment", nine, nine + timedelta(hours=8), nine)
st.text(moment)
