import streamlit as st


@st.fragment
def counter():
    st.text(f"Inside: {st.session_state.count}")
    if st.button("Add"):
        st.session_state.count += 1
        st.rerun(scope="fragment")


st.session_state.setdefault("count", 0)
counter()
st.text(f"Outside: {st.session_state.count}")
