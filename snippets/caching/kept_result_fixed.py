import streamlit as st


def slow_square(number):
    st.caption("computing")
    return number**2


number = st.number_input("Number", 3)
st.checkbox("Something else")
if st.session_state.get("made_from") != number:
    st.session_state.result = slow_square(number)
    st.session_state.made_from = number
st.text(f"result: {st.session_state.result}")
