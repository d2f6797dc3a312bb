import streamlit as st

left = 1 if st.checkbox("Sell one") else 2
st.button("Rerun")
if st.button("Select M"):
    st.session_state.update(one="M", two="M", many=["M"])


def label(size):
    return f"{size}, {left} left"


for key in ["one", "two", "many"]:
    if key in st.session_state:
        st.session_state[key] = st.session_state[key]
st.selectbox("Size", ["S", "M"], format_func=label, key="one")
st.radio("Size", ["S", "M"], format_func=label, key="two")
st.multiselect("Sizes", ["S", "M"], format_func=label, key="many")
st.text([st.session_state[key] for key in ["one", "two", "many"]])
