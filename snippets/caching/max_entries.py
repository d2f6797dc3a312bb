import streamlit as st

computed = []


@st.cache_data(max_entries=2)
def square(number):
    computed.append(number)
    return number**2


st.text(f"squares: {[square(number) for number in (1, 2, 1, 3, 1, 2)]}")
st.text(f"computed: {computed}")
