import streamlit as st


def compare():
    st.session_state.change = f"{city} to {st.session_state.city}"


cities = ["Rome", "Oslo", "Bern"]
city = st.selectbox("City", cities, key="city", on_change=compare)
st.text(st.session_state.get("change"))
