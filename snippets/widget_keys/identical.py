import streamlit as st

for name in ["Ann", "Bob"]:
    st.text(name)
    if st.button("Greet"):
        st.text(f"Hello, {name}")
