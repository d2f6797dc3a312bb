import streamlit as st


def ask():
    st.session_state.asked = True


def answer(*, delete):
    st.session_state.asked = False
    if delete:
        st.session_state.files.clear()


st.session_state.setdefault("files", ["a.csv", "b.csv"])
st.text(f"files: {st.session_state.files}")
st.button("Delete all", on_click=ask)
if st.session_state.get("asked"):
    st.text("Are you sure?")
    st.button("Yes", on_click=answer, kwargs={"delete": True})
    st.button("No", on_click=answer, kwargs={"delete": False})
