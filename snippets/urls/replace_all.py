import streamlit as st

if st.button("Size L"):
    st.query_params.update(size="L")
if st.button("Only red"):
    st.query_params.from_dict({"color": "red"})
if st.button("No size"):
    del st.query_params.size
if st.button("Nothing"):
    st.query_params.clear()
st.text(st.query_params.to_dict())
