from collections.abc import MutableMapping

import streamlit as st

st.text(f"dict: {isinstance(st.session_state, dict)}")
mapping = isinstance(st.session_state, MutableMapping)
st.text(f"MutableMapping: {mapping}")
