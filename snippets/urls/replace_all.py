import streamlit as st

if st.button("Red"):
    st.query_params.color = "red"
if st.button("Size L"):
    st.query_params.update(size="L")
if st.button("Only size S"):
    st.query_params.from_dict({"size": "S"})
if st.button("No size"):
    del st.query_params.size
if st.button("Nothing"):
    st.query_params.clear()
st.text(dict(st.query_params))
