"""An app with every element and widget that AppTest knows."""

import datetime as dt

import pandas as pd
import streamlit as st

st.title(":rainbow[Shop] with a `title`", help="Help", anchor="shop")
st.header("A *header*", divider=True)
st.subheader("A subheader")
st.markdown("## Heading\n\n- one\n- [two](https://example.com)\n\n:red[red] :material/home:")
st.text("A text,\nof *two* lines", help="More")
st.caption("A **caption**")
st.code("a = 1\nb = 2", language="python", line_numbers=True)
st.latex(r"\frac{1}{2}")
st.divider()
st.json({"tea": ["green", 1]}, expanded=False)
st.html("<p>html</p>")
st.table(pd.DataFrame({"tea": ["green"], "price": [8]}))
st.dataframe(pd.DataFrame({"tea": ["green", "black"], "price": [8.5, 6.0]}, index=["a", "b"]), key="frame")
st.data_editor(pd.DataFrame({"n": [1, 2]}), num_rows="dynamic", key="editor")
st.metric("Sales", "5 €", "-3", help="In May")
st.progress(25, "Progress")
st.exception(ValueError("a *plain* message"))
st.success("done", icon="✅")
st.info("An `info`")
st.warning("A warning")
st.error("An **error**", icon=":material/error:")
st.link_button("Link", "https://example.com")
st.toast("A toast", icon="🍞")
with st.status("Working", state="complete"):
    st.text("in a status")
with st.expander("More", icon="🔎"):
    st.text("behind")
    st.button("In the expander", key="in_expander")
for tab in st.tabs(["Map", "List"]):
    tab.text("in a tab")
first, second = st.columns([1, 2])
first.button("Left", key="left")
second.button("Right")
with st.container(border=True, key="box"):
    st.text("in a box")
with st.popover("Options"):
    st.checkbox("In the popover", key="in_popover")
with st.chat_message("user", avatar="🍵"):
    st.markdown("Hello")
with st.form("form"):
    st.text_input("Name", key="name")
    st.form_submit_button("Send")
st.sidebar.text_input("Side", key="side")

values = {
    "button": st.button("Button", help="Click", key="a button"),
    "off": st.button("Off", disabled=True, key="off"),
    "download": st.download_button("Download", "green", "tea.txt"),
    "checkbox": st.checkbox("Checkbox", value=True, help="Check", key="checkbox"),
    "toggle": st.toggle("Toggle", key="toggle"),
    "radio": st.radio("Radio", ["one", "`two`", "three"], index=1, key="radio", horizontal=True),
    "none": st.radio("None", ["one", "two"], index=None),
    "numbers": st.radio("Numbers", [1, 2, 3], key="numbers"),
    "selectbox": st.selectbox("Selectbox", ["one", "two", "twofold"], key="selectbox", placeholder="Choose"),
    "formatted": st.selectbox("Formatted", [1, 2], format_func="No. {}".format, key="formatted"),
    "many": st.selectbox("Many", [f"item {i}" for i in range(200)], key="many"),
    "new": st.selectbox("New", ["one"], accept_new_options=True, key="new"),
    "empty": st.selectbox("Empty", ["one", "two"], index=None, key="empty"),
    "multiselect": st.multiselect("Multiselect", ["one", "two", "three"], ["one"], key="multiselect"),
    "several": st.multiselect("Several", [f"item {i}" for i in range(40)], key="several"),
    "pills": st.pills("Pills", ["a", "b", "c"], default="a", key="pills"),
    "segments": st.segmented_control("Segments", ["a", "b", "c"], selection_mode="multi", key="segments"),
    "feedback": st.feedback("stars", key="feedback"),
    "text_input": st.text_input("Text", "text", max_chars=20, placeholder="Type", key="text"),
    "password": st.text_input("Password", type="password", key="password"),
    "text_area": st.text_area("Area", "two\nlines", key="area"),
    "number": st.number_input("Number", 0, 10, 3, step=2, key="number"),
    "float": st.number_input("Float", value=0.5, key="float"),
    "slider": st.slider("Slider", 0, 10, 5, key="slider"),
    "range": st.slider("Range", 0.0, 1.0, (0.25, 0.5), step=0.25, key="range"),
    "day": st.slider("Day", dt.date(2026, 5, 1), dt.date(2026, 5, 31), dt.date(2026, 5, 4), key="day"),
    "select_slider": st.select_slider("Sizes", ["S", "M", "L"], value="M", key="sizes"),
    "span": st.select_slider("Span", ["S", "M", "L", "XL"], value=("M", "L"), key="span"),
    "date": st.date_input("Date", dt.date(2026, 5, 1), max_value=dt.date(2026, 12, 31), key="date"),
    "dates": st.date_input("Dates", (dt.date(2026, 5, 1), dt.date(2026, 5, 8)), key="dates"),
    "time": st.time_input("Time", dt.time(8, 45), key="time"),
    "color": st.color_picker("Color", "#ff0000", key="color"),
    "file": (file := st.file_uploader("File", key="file")) and (file.name, file.getvalue()),
    "side": st.session_state.side,
    "name": st.session_state.name,
    "in_popover": st.session_state.in_popover,
    "in_expander": st.session_state.in_expander,
}
if hasattr(st, "datetime_input"):
    values["moment"] = st.datetime_input("Moment", dt.datetime(2026, 5, 1, 8, 45), key="moment")  # noqa: DTZ001
values["chat"] = st.chat_input("Say", key="chat")
st.text("\n".join(f"{name}: {value!r}" for name, value in values.items()))
