import subprocess
import sys

import streamlit as st

command = [sys.executable, "bare.py"]
run = subprocess.run(command, capture_output=True, text=True, check=False)
st.text(run.stdout)
st.code(run.stderr)
