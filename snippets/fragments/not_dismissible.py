import streamlit as st


@st.dialog("Terms", dismissible=False)
def accept():
    if st.button("Accept"):
        st.session_state.accepted = True
        st.rerun()


if not st.session_state.get("accepted"):
    accept()
st.text(f"Accepted: {st.session_state.get('accepted')}")
st.button("Refresh")
