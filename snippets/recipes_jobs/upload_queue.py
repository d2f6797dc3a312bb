import time

import streamlit as st

state = st.session_state
state.setdefault("batch", 0)
counted = state.setdefault("counted", {})

files = st.file_uploader(
    "Text files",
    "txt",
    accept_multiple_files=True,
    key=f"files_{state.batch}",
)
st.button("Clear the list", on_click=counted.clear)
st.checkbox("You can click this meanwhile")
for file in files:
    if file.file_id not in counted:
        st.caption(f"Counting {file.name}")
        words = file.getvalue().decode().split()
        time.sleep(0.5)  # your work, without Streamlit commands
        counted[file.file_id] = f"{file.name}: {len(words)} words"
if files:
    state.batch += 1  # a new key clears the uploader
    st.rerun()
for line in counted.values():
    st.text(line)
