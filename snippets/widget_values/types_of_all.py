import streamlit as st

sizes = ["S", "M"]
values = {
    "text_input": st.text_input("Text"),
    "text_area": st.text_area("Long text"),
    "color_picker": st.color_picker("Color"),
    "number_input": st.number_input("Number"),
    "slider": st.slider("Slider"),
    "checkbox": st.checkbox("Checkbox"),
    "toggle": st.toggle("Toggle"),
    "button": st.button("Button"),
    "date_input": st.date_input("Date"),
    "time_input": st.time_input("Time"),
    "datetime_input": st.datetime_input("Moment"),
    "selectbox": st.selectbox("Selectbox", sizes),
    "radio": st.radio("Radio", sizes),
    "select_slider": st.select_slider("Select slider", sizes),
    "multiselect": st.multiselect("Multiselect", sizes),
    "pills": st.pills("Pills", sizes),
    "segmented_control": st.segmented_control("Segments", sizes),
    "feedback": st.feedback(),
    "file_uploader": st.file_uploader("File"),
    "chat_input": st.chat_input("Message"),
}
for name, value in values.items():
    st.text(f"{name}: {type(value).__name__}")
