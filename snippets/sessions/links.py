import streamlit as st

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text(f"runs: {st.session_state.runs}")

st.markdown("[A Markdown link](/)")
st.link_button("A link button", "/")
st.html('<a href="/">An HTML link</a>')
