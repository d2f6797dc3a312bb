import streamlit as st

tea = ["green tea"]
chosen = [
    st.radio("Drink", [tea]),
    st.select_slider("Drink", [tea]),
    st.multiselect("Drinks", [tea], [tea])[0],
]
for option in chosen:
    st.text(f"{option}, the same: {option is tea}")
