import streamlit as st


@st.fragment
def feedback():
    st.button("Like")
    st.text_input("Comment")


st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
feedback()
st.text(f"Runs: {st.session_state.runs}")
