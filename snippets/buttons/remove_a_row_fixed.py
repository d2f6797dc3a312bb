import streamlit as st

st.session_state.setdefault("rows", ["a", "b", "c"])
rows = st.session_state.rows
for row in rows:
    name = st.text_input("Name", key=f"name_{row}")
    st.text(f"{row}: {name}")
    key = f"remove_{row}"
    st.button("Remove", key=key, on_click=rows.remove, args=(row,))
