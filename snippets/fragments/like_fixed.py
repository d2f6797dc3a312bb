import streamlit as st


@st.fragment
def like():
    if st.button("Like"):
        st.session_state.likes += 1
        st.rerun()
    st.text(f"Inside: {st.session_state.likes}")


st.session_state.setdefault("likes", 0)
like()
st.text(f"Outside: {st.session_state.likes}")
