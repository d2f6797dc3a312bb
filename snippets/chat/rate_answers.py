import streamlit as st

for at, message in enumerate(["Green tea", "Black tea"]):
    st.chat_message("assistant").text(message)
    st.feedback("thumbs", key=f"rating {at}")
    st.text(f"rating: {st.session_state[f'rating {at}']}")
