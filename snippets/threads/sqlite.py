import sqlite3
import time

import streamlit as st

if st.checkbox("Watch"):
    place = st.empty()
    while True:
        place.text(time.ctime())
        time.sleep(0.1)
if st.button("Count"):
    if "db" not in st.session_state:
        st.session_state.db = sqlite3.connect("teas.db")
    (count,) = st.session_state.db.execute("SELECT 7").fetchone()
    st.text(f"teas: {count}")
