import streamlit as st


@st.fragment
def dice():
    if st.button("Roll again"):
        st.session_state.rolls += 1
        st.rerun(scope="fragment")
    st.text(f"Rolls: {st.session_state.rolls}")


st.session_state.setdefault("rolls", 1)
dice()
