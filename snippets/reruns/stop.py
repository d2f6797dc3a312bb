import streamlit as st

st.session_state.setdefault("asked", 0)
st.session_state.setdefault("greeted", 0)
name = st.text_input("Name")
if not name:
    st.session_state.asked += 1
    st.text(f"A name, please ({st.session_state.asked})")
    st.stop()
st.session_state.greeted += 1
st.text(f"Hello {name} ({st.session_state.greeted})")
