import streamlit as st
from streamlit.errors import StreamlitAPIException


def check(command, *arguments):
    key = command.__name__
    st.session_state[key] = key
    try:
        command(key, *arguments, key=key)
    except StreamlitAPIException:
        st.text(f"read-only: {key}")


check(st.download_button, "data")
check(st.file_uploader)
check(st.camera_input)
check(st.audio_input)
check(st.link_button, "https://example.com")
check(st.menu_button, ["Copy"])
with st.form("order"):
    check(st.form_submit_button)
    st.form_submit_button("Send")
