import streamlit as st

for name in ["Ann", "Bob"]:
    st.text(name)
    if st.button("Greet", key=f"greet_{name}"):
        st.text(f"Hello, {name}")
