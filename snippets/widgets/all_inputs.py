from datetime import date, datetime, time

import streamlit as st

INPUTS = {
    st.text_input: "Ann",
    st.text_area: "Ann",
    st.number_input: 4,
    st.slider: 4,
    st.checkbox: True,
    st.toggle: True,
    st.color_picker: "#ff0000",
    st.date_input: date(2026, 5, 4),
    st.time_input: time(12),
    st.datetime_input: datetime.combine(date(2026, 5, 4), time(12)),
}
CHOICES = {
    st.selectbox: "M",
    st.radio: "M",
    st.select_slider: "M",
    st.pills: "M",
    st.segmented_control: "M",
    st.multiselect: ["M"],
}
fill = st.button("Fill in")
for command, value in (INPUTS | CHOICES).items():
    key = command.__name__
    if fill:
        st.session_state[key] = value
    options = [["S", "M"]] if command in CHOICES else []
    returned = command(key, *options, key=key)
    st.text(f"{key}: {returned} {returned == st.session_state[key]}")
