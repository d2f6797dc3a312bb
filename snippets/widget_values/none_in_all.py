import streamlit as st


def check(command, *arguments):
    key = command.__name__
    st.session_state[key] = None
    try:
        value = repr(command(*arguments, key=key))
    except TypeError as error:
        value = type(error).__name__
    st.text(f"{key}: {value}")


sizes = ["S", "M"]
check(st.text_input, "Text", "Ann")
check(st.text_area, "Long text", "Ann")
check(st.number_input, "Number", 1, 9)
check(st.date_input, "Date")
check(st.time_input, "Time")
check(st.datetime_input, "Moment")
check(st.selectbox, "Selectbox", sizes)
check(st.radio, "Radio", sizes)
check(st.select_slider, "Select slider", sizes)
check(st.pills, "Pills", sizes)
check(st.segmented_control, "Segments", sizes)
check(st.feedback, "thumbs")
check(st.checkbox, "Checkbox")
check(st.toggle, "Toggle")
check(st.slider, "Slider")
check(st.color_picker, "Color")
check(st.multiselect, "Multiselect", sizes)
