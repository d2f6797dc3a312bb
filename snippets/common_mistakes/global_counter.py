import streamlit as st

total = 0


def add_one():
    global total
    total += 1
    st.text(f"in the callback: {total}")


st.button("Add one", on_click=add_one)
st.text(f"in the script: {total}")
