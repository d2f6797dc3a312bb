import streamlit as st

state = st.session_state
state.setdefault("batch", 0)
state.setdefault("counted", [])


def count_words():
    for file in state[f"files_{state.batch}"]:
        words = file.getvalue().decode().split()
        state.counted.append(f"{file.name}: {len(words)} words")
    state.batch += 1  # another key: the uploader is empty again


st.file_uploader(
    "Text files",
    "txt",
    accept_multiple_files=True,
    key=f"files_{state.batch}",
    on_change=count_words,
)
for line in state.counted:
    st.text(line)
st.button("Clear the list", on_click=state.counted.clear)
