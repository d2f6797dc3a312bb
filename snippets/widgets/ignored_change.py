import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text_input("Name", "nobody", key="name", on_change="ignore")
st.button("Greet")
st.text(f"Run {st.session_state.runs}: hello {st.session_state.name}")
