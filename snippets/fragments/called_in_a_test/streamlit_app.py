import subprocess
import sys
from pathlib import Path

import streamlit as st
from price_fragment import price

st.text(f"in the app: {price(3)}")
command = [sys.executable, Path(__file__).with_name("call_it.py")]
run = subprocess.run(command, capture_output=True, text=True, check=False)
st.text(run.stdout)
