from copy import deepcopy

import streamlit as st

st.session_state.score = 1
before = deepcopy(st.session_state)

st.session_state.score += 1
st.text(before.score)
