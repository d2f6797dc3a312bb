import streamlit as st

st.text("first line")

if "runs" not in st.session_state:
    st.session_state.runs = 0
st.session_state.runs += 1

st.checkbox("Check me")
st.slider("Move me")
st.text_input("Type here")
st.button("Click me")
st.text(f"last line, runs so far: {st.session_state.runs}")
