import streamlit as st


@st.fragment
def prices():
    if "price" not in st.session_state:
        st.session_state.price = 8
        st.rerun(scope="fragment")
    st.text(f"Tea: {st.session_state.price}")


prices()
