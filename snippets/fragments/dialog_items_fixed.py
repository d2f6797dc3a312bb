import streamlit as st


@st.dialog("Rename")
def rename(row):
    saved = st.session_state.names[row]
    name = st.text_input("Name", saved, key=f"name_{row}")
    if st.button("Save"):
        st.session_state.names[row] = name
        st.rerun()


st.session_state.setdefault("names", ["Ann", "Bob"])
for row in range(2):
    if st.button(f"Rename {row}"):
        rename(row)
st.text(f"Names: {st.session_state.names}")
