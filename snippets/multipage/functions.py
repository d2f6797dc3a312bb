import streamlit as st


def form():
    st.text_input("Name", "nobody", key="name")
    st.text(f"form, name: {st.session_state.name}")
    if st.button("Next"):
        st.switch_page(pages[1])


def summary():
    st.text(f"summary, keys: {sorted(st.session_state)}")
    if st.button("Back"):
        st.switch_page(pages[0])


pages = [st.Page(form), st.Page(summary)]
st.navigation(pages).run()
