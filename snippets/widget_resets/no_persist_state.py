import streamlit as st


def check(command, *arguments):
    key = command.__name__
    try:
        command(*arguments, key=key, persist_state="page")
    except TypeError:
        st.text(f"no persist_state: {key}")


check(st.file_uploader, "File")
check(st.camera_input, "Photo")
check(st.audio_input, "Sound")
check(st.data_editor, ["Ann"])
check(st.chat_input, "Message")
check(st.text_input, "Name")
