import subprocess
import sys
from pathlib import Path

import streamlit as st

command = [sys.executable, Path(__file__).with_name("bare.py")]
run = subprocess.run(command, capture_output=True, text=True, check=False)
st.text(run.stdout)
st.code(run.stderr)
