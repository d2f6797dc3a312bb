import streamlit as st

st.session_state.setdefault("round", 0)
st.text(f"Rounds so far: {st.session_state.round}")

st.navigation([st.Page("welcome.py"), st.Page("game.py")]).run()
