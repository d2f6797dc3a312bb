import streamlit as st


def save(name, city):
    st.session_state.saved = f"{name} from {city}"


with st.form("profile"):
    name = st.text_input("Name", "Ann")
    city = st.text_input("City", "Rome")
    st.form_submit_button(
        "Save", on_click=save, args=(name,), kwargs={"city": city}
    )

st.text(f"saved: {st.session_state.get('saved')}")
