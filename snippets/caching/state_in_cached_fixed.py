import streamlit as st


@st.cache_data
def load():
    return {"tea": 3}


st.session_state.prices = load()
st.text(f"prices: {st.session_state.get('prices')}")
