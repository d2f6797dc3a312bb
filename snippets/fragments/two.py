import streamlit as st


@st.fragment
def shelf():
    if st.button("Add"):
        st.session_state.count += 1


@st.fragment
def cart():
    st.text(f"Items: {st.session_state.count}")


st.session_state.setdefault("count", 0)
shelf()
cart()
