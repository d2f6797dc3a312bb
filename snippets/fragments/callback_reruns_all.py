import streamlit as st


@st.fragment
def settings():
    st.checkbox("Dark", key="dark")
    st.checkbox("Large", key="large", on_change=st.rerun)


settings()
st.text(f"dark: {st.session_state.dark}, large: {st.session_state.large}")
