import streamlit as st


def note_callback():
    st.session_state.order = ["callback"]


order = st.session_state.setdefault("order", [])
order.append("top")
if st.button("Go", on_click=note_callback):
    order.append("True")
order.append("end")
st.text(" > ".join(order))
