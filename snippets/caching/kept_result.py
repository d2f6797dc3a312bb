import streamlit as st


def slow_square(number):
    st.caption("computing")
    return number**2


number = st.number_input("Number", 3)
st.checkbox("Something else")
if "result" not in st.session_state:
    st.session_state.result = slow_square(number)
st.text(f"result: {st.session_state.result}")
