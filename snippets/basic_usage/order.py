from string import ascii_lowercase

import streamlit as st

for letter in ascii_lowercase:
    st.session_state[letter] = letter

st.text("".join(st.session_state))
st.text("".join(sorted(st.session_state)))
