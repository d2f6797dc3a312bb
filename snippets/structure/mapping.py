from collections.abc import MutableMapping

import streamlit as st

state = st.session_state
kinds = isinstance(state, MutableMapping), isinstance(state, dict)
st.text(f"MutableMapping: {kinds[0]}, dict: {kinds[1]}")
