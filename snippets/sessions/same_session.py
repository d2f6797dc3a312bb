import streamlit as st


def shop():
    st.page_link(cart_page, label="To the cart")


def cart():
    if st.button("To the shop"):
        st.switch_page(shop_page)


shop_page, cart_page = st.Page(shop), st.Page(cart)
page = st.navigation([shop_page, cart_page])
st.session_state.setdefault("pages", [])
st.session_state.pages.append(page.title)
st.text(f"pages: {st.session_state.pages}")
page.run()
