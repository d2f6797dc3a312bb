import time

import streamlit as st

if st.button("Start"):
    time.sleep(1)
    st.text("Done")
