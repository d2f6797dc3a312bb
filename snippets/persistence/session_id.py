import uuid

import streamlit as st

if "session_id" not in st.session_state:
    st.session_state.session_id = str(uuid.uuid4())
st.text(f"session: {st.session_state.session_id}")
