import streamlit as st

last = st.checkbox("Only one is left")
st.button("Rerun")


def label(size):
    return f"{size} (last one)" if last else size


st.selectbox("Size", ["S", "M"], format_func=label, key="one")
st.radio("Size", ["S", "M"], format_func=label, key="two")
st.multiselect("Sizes", ["S", "M"], format_func=label, key="many")
st.text([st.session_state[key] for key in ["one", "two", "many"]])
