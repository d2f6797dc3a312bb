import own_shopping
import streamlit as st

item = st.text_input("Item")
if st.button("Add"):
    own_shopping.items().append(item)
st.text(f"list: {own_shopping.items()}")
