import streamlit as st

if "plan" not in st.session_state:
    st.session_state.plan = "none"
if st.button("Upgrade"):
    st.session_state.plan = "full"
st.text_input("Name", "nobody", key="name")
if st.button("Clear all"):
    st.session_state.clear()
for key in ("name", "plan"):
    st.text(f"{key}: {st.session_state.get(key)}")
