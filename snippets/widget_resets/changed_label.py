import streamlit as st

formal = st.checkbox("Formal")
label = "Your name, please" if formal else "Name"
without_key = st.text_input(label, "Ann")
st.text_input(label, "Ann", key="name")
st.text(f"without key: {without_key}")
st.text(f"with key: {st.session_state.name}")
