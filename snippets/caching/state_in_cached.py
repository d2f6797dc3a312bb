import streamlit as st


@st.cache_data
def load():
    st.session_state.prices = {"tea": 3}


load()
st.text(f"prices: {st.session_state.get('prices')}")
