import streamlit as st


def add():
    st.session_state.count += 1
    st.rerun("cart")


@st.fragment
def shelf():
    st.button("Add", on_click=add)


@st.fragment(key="cart")
def cart():
    st.text(f"Items: {st.session_state.count}")


st.session_state.setdefault("count", 0)
shelf()
cart()
