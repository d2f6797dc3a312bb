import pickle

import streamlit as st
from pickled_cup import Cup

st.session_state.setdefault("cup", Cup())
saved = pickle.dumps(st.session_state.cup)
st.text(f"saved a Cup: {b'Cup' in saved}")
