import streamlit as st

st.session_state.setdefault("name", "Ann")


@st.fragment
def profile():
    st.session_state.name = st.session_state.name
    if st.checkbox("Show", value=True):
        st.text_input("Name", key="name")
    st.button("Rerun")
    st.text(f"name: {st.session_state.get('name')}")


profile()
