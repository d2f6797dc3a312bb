import streamlit as st


def count(part):
    runs = st.session_state.get(part, 0) + 1
    st.session_state[part] = runs
    st.text(f"{part}: {runs}")


@st.fragment
def fragment():
    count("In the fragment")
    st.button("Click here")
    if st.button("Rerun the fragment"):
        st.rerun(scope="fragment")
    if st.button("Rerun the script"):
        st.rerun()


count("Above")
fragment()
count("Below")
st.button("Click outside")
