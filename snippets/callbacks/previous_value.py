import streamlit as st


def compare():
    old, new = st.session_state.last_city, st.session_state.city
    st.session_state.change = f"{old} to {new}"
    st.session_state.last_city = new


st.selectbox("City", ["Rome", "Oslo", "Bern"], key="city", on_change=compare)
st.session_state.setdefault("last_city", st.session_state.city)
st.text(st.session_state.get("change"))
