import streamlit as st

if st.checkbox("Show", value=True):
    with st.form("order"):
        st.text_input("Item", "Water", key="item")
        st.form_submit_button("Order")
st.text(f"Item: {st.session_state.get('item')}")
