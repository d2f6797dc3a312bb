import streamlit as st

state = st.session_state
state.setdefault("files", ["plan.txt", "poem.txt", "tax.txt"])


@st.dialog("Delete file")
def confirm(name):
    st.warning(f"Delete {name} for good?")
    delete, keep = st.columns(2)
    sure = delete.button(
        "Delete it", on_click=state.files.remove, args=(name,)
    )
    if sure or keep.button("Keep it"):
        st.rerun()  # closes the dialog


for name in state.files:
    label, button = st.columns(2)
    label.text(name)
    if button.button("Delete", key=name):
        confirm(name)
if not state.files:
    st.info("No files left")
