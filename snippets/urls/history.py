import streamlit as st

for view in ["map", "list"]:
    if st.button(view):
        st.query_params.view = view
st.text(f"view: {st.query_params.get('view', 'none')}")
