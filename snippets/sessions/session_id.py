from uuid import uuid4

import streamlit as st

if "session_id" not in st.session_state:
    st.session_state.session_id = uuid4().hex
st.text(f"session: {st.session_state.session_id}")
