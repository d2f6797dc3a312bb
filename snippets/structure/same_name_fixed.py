import streamlit as st


def turn(key):
    st.session_state[key] += 1


def pager(key):
    st.session_state.setdefault(key, 1)
    st.text(f"{key} {st.session_state[key]}")
    st.button(f"Next {key}", on_click=turn, args=(key,))


pager("orders.page")
pager("invoices.page")
