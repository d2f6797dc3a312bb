import streamlit as st


def order():
    st.session_state.ordered = st.session_state.item


if "ordered" in st.session_state:
    st.text(f"Ordered: {st.session_state.ordered}")
else:
    with st.form("order"):
        st.text_input("Item", key="item")
        st.form_submit_button("Order", on_click=order)
st.checkbox("Dark")
