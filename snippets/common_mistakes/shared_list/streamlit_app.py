import shopping
import streamlit as st

item = st.text_input("Item")
if st.button("Add"):
    shopping.items.append(item)
st.text(f"list: {shopping.items}")
