import streamlit as st


def shop():
    if st.button("Pay"):
        try:
            st.switch_page(thanks_page)
        except Exception:
            st.text("The payment failed.")


def thanks():
    st.text("Thank you.")


thanks_page = st.Page(thanks)
st.navigation([st.Page(shop), thanks_page]).run()
