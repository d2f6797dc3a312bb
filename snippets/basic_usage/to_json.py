import json

import streamlit as st

st.session_state.score = 3

st.text(json.dumps(st.session_state.to_dict()))
st.text(json.dumps(st.session_state))
