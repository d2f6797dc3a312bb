import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
run = f"run {st.session_state.runs}"
data = st.download_button("Data", run)
name = st.download_button("Name", "a,b", f"{run}.csv", key="name")
label = st.download_button(f"Label of {run}", "a,b", key="label")
st.text(f"data: {data}, name: {name}, label: {label}")
