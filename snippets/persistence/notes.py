import sqlite3
from contextlib import closing

import streamlit as st

user = st.text_input("User")
note = st.text_input("Note")
with closing(sqlite3.connect("notes.db")) as db, db:
    db.execute("CREATE TABLE IF NOT EXISTS notes (user, note)")
    if st.button("Add"):
        db.execute("INSERT INTO notes VALUES (?, ?)", (user, note))
    mine = db.execute("SELECT note FROM notes WHERE user = ?", (user,))
    for (text,) in mine:
        st.text(text)
