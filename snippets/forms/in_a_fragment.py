import streamlit as st


@st.fragment
def order():
    with st.form("order"):
        st.text_input("Item", "Water", key="item")
        st.form_submit_button("Order")
    st.text(f"Inside: {st.session_state.item}")


order()
st.text(f"Outside: {st.session_state.item}")
