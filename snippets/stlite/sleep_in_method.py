import time

import streamlit as st


class Shop:
    def load(self):
        time.sleep(0.1)
        return "loaded"


order = Shop().load()
st.text(f"order: {order}")
