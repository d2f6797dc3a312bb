import datetime as dt

import streamlit as st

off = st.toggle("Disable the inputs", key="toggle")
st.button("Order", key="button", disabled=off)
st.chat_input("Message", key="chat_input")
st.checkbox("Agree", key="checkbox", disabled=off)
st.color_picker("Color", key="color_picker", disabled=off)
st.date_input("Day", dt.date(2026, 1, 1), key="date_input", disabled=off)
st.multiselect("Tags", ["red", "blue"], key="multiselect", disabled=off)
st.number_input("Amount", key="number_input", disabled=off)
st.radio("Size", ["small", "large"], key="radio", disabled=off)
st.select_slider("Level", ["low", "high"], key="select_slider", disabled=off)
st.selectbox("City", ["Rome", "Oslo"], key="selectbox", disabled=off)
st.slider("Percent", key="slider", disabled=off)
st.text_area("Comment", key="text_area", disabled=off)
st.text_input("Name", key="text_input", disabled=off)
st.time_input("Time", dt.time(9, 30), key="time_input", disabled=off)
for key in sorted(st.session_state.to_dict()):
    st.text(f"{key}: {st.session_state[key]}")
