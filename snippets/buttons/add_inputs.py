import streamlit as st


def add():
    st.session_state.count += 1


count = st.session_state.setdefault("count", 1)
names = [st.text_input("Name", key=f"name_{n}") for n in range(count)]
st.button("Add a name", on_click=add)
st.text(f"names: {names}")
