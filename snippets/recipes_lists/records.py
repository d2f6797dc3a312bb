import sqlite3
from contextlib import closing

import streamlit as st

state = st.session_state
BIKES = [("Roadster", 900), ("Comet", 450), ("Star", 300)]


def query(sql, *values):
    with closing(sqlite3.connect("bikes.db")) as db, db:
        return db.execute(sql, values).fetchall()


def choose(bike):
    """Fill the fields from the database."""
    state.chosen = bike
    saved = query("SELECT name, price FROM bikes WHERE id = ?", bike)
    state.name, state.price = saved[0]


def save():
    sql = "UPDATE bikes SET name = ?, price = ? WHERE id = ?"
    query(sql, state.name, state.price, state.chosen)


query("CREATE TABLE IF NOT EXISTS bikes (id INTEGER PRIMARY KEY, name, price)")
if not query("SELECT id FROM bikes"):
    for bike in BIKES:
        query("INSERT INTO bikes (name, price) VALUES (?, ?)", *bike)

rows = query("SELECT id, name, price FROM bikes")
if "chosen" not in state:
    choose(rows[0][0])

master, detail = st.columns(2)
for bike, name, price in rows:
    master.button(
        f"{name}, {price} €", key=bike, on_click=choose, args=(bike,)
    )
with detail:
    st.text_input("Name", key="name")
    st.number_input("Price", min_value=0, key="price")
    st.button("Save", on_click=save)
    st.button("Discard", on_click=choose, args=(state.chosen,))
    if (state.chosen, state.name, state.price) not in rows:
        st.warning("Not saved yet")
