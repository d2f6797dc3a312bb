import streamlit as st


def address(prefix):
    street = st.text_input("Street", key=f"{prefix}.street")
    city = st.text_input("City", key=f"{prefix}.city")
    st.text(f"{prefix}: {street!r}, {city!r}")


address("home")
address("work")
