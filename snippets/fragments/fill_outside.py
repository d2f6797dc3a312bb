import streamlit as st


@st.fragment
def suggest():
    if st.button("Suggest"):
        st.session_state.name = "Ada"
    st.button("Refresh the fragment")
    st.text(f"Inside: {st.session_state.name}")


st.text_input("Name", "nobody", key="name")
suggest()
