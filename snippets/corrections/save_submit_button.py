import streamlit as st

st.session_state.update(st.session_state)
with st.form("order"):
    st.text_input("Item", key="item")
    st.form_submit_button("Send")
st.text(f"item: {st.session_state.item!r}")
