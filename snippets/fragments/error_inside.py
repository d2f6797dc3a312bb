import streamlit as st


@st.fragment
def divide():
    st.session_state.tries += 1
    if st.button("Divide"):
        st.text(1 / 0)


st.session_state.setdefault("tries", 0)
divide()
st.text(f"Outside: {st.session_state.tries}")
