import streamlit as st

st.text(f"above: {st.session_state.get('go')}")
st.text(f"returned: {st.button('Go', key='go')}")
