import streamlit as st

CHANGES = {
    "label": "New",
    "help": "New",
    "type": ["txt", "csv"],
    "accept_multiple_files": True,
    "max_upload_size": 1,
}
change = st.checkbox("Change one argument of each uploader")
for name, new in CHANGES.items():
    changed = {name: new} if change else {}
    file = st.file_uploader(**{"label": name} | changed, key=name)
    st.text(f"{name}: {bool(file)}")
