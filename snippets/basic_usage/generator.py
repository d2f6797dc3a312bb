from itertools import count

import streamlit as st

if "squares" not in st.session_state:
    st.session_state.squares = (n * n for n in count(1))

st.button("Next")
st.text(next(st.session_state.squares))
