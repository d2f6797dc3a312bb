from datetime import date, time

import streamlit as st

INPUTS = {
    "text_input": "Ann",
    "text_area": "Ann",
    "number_input": 4.0,
    "slider": 4,
    "checkbox": True,
    "toggle": True,
    "color_picker": "#ff0000",
    "date_input": date(2026, 5, 4),
    "time_input": time(12),
    "feedback": 1,
}
CHOICES = {"selectbox": "M", "radio": "M", "select_slider": "M"}
CHOICES |= {"pills": "M", "segmented_control": "M", "multiselect": ["M"]}


def fill_in(values):
    st.session_state.update(values)


with st.form("order"):
    for name in INPUTS:
        getattr(st, name)("stars", key=name)
    for name in CHOICES:
        getattr(st, name)(name, ["S", "M"], key=name)
    st.file_uploader("Photo", key="photo")
    values = INPUTS | CHOICES
    st.form_submit_button("Fill in", on_click=fill_in, args=[values])
    st.form_submit_button("Reset", on_click=fill_in, args=[{"photo": None}])

for name in values:
    st.text(f"{name}: {st.session_state[name]}")
