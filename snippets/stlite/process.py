import subprocess
import sys

import streamlit as st

if st.button("Start"):
    program = [sys.executable, "-c", "print('done')"]
    st.session_state.said = subprocess.check_output(program, text=True)
st.text(f"program: {st.session_state.get('said')}")
