import streamlit as st


def shop():
    st.header("Teas", anchor="teas")
    st.markdown("[Link to a heading](#teas)")
    st.markdown("[Markdown link](/)")
    st.link_button("Link button", "/")
    st.html('<a href="/">HTML link</a>')
    st.page_link(cart_page, label="Page link")


def cart():
    st.text("Your cart")


cart_page = st.Page(cart)
page = st.navigation([st.Page(shop), cart_page])
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
st.text(f"runs: {st.session_state.runs}")
page.run()
