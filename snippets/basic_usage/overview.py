import streamlit as st

st.session_state.score = 3
st.number_input("Lives", value=2, key="lives")
st.number_input("Age", value=40)

st.text(len(st.session_state))
st.text(sorted(key for key in st.session_state))
st.text(sorted(st.session_state.keys()))
st.text(sorted(st.session_state.values()))
st.text(sorted(st.session_state.items()))
st.text(sorted(st.session_state.to_dict().items()))
