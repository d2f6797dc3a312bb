import streamlit as st


@st.fragment
def like():
    st.button("Like")


st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
like()
st.text(f"Runs: {st.session_state.runs}")
