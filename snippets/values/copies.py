import streamlit as st

tea = ["green tea"]
selected = [
    st.radio("Drink", [tea]),
    st.select_slider("Drink", [tea]),
    st.multiselect("Drinks", [tea], [tea])[0],
]
for option in selected:
    st.text(f"{option}, equal: {option == tea}, same: {option is tea}")
