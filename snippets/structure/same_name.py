import streamlit as st


def turn():
    st.session_state.page += 1


def pager(name):
    st.session_state.setdefault("page", 1)
    st.text(f"{name}: page {st.session_state.page}")
    st.button(f"Next {name}", on_click=turn)


pager("orders")
pager("invoices")
