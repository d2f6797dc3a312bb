import streamlit as st

DEFAULTS = {
    "name": "Ada",
    "lives": 3,
    "size": "L",
    "colors": ["red"],
    "news": True,
}

for key, value in DEFAULTS.items():
    st.session_state.setdefault(key, value)

st.text_input("Name", key="name")
st.number_input("Lives", step=1, key="lives")
st.selectbox("Size", ["S", "L"], key="size")
st.multiselect("Colors", ["red", "green"], key="colors")
st.checkbox("Newsletter", key="news")
for key in DEFAULTS:
    st.text(f"{key}: {st.session_state[key]}")
