from datetime import date

import streamlit as st


def empty():
    st.session_state.update(name=None, count=None, size=None, day=None)


name = st.text_input("Name", "Ann", key="name")
count = st.number_input("Count", 1, 9, key="count")
size = st.selectbox("Size", ["S", "M"], key="size")
day = st.date_input("Day", date(2026, 5, 1), key="day")
st.button("Empty", on_click=empty)
st.text(f"{name}, {count}, {size}, {day}")
