import sqlite3
from contextlib import closing

import pandas as pd
import streamlit as st

state = st.session_state
state.setdefault("draft", 0)  # a new number creates an editor without edits
ORDERS = [("Ann", "tea", 2), ("Ann", "cup", 1), ("Bob", "pot", 3)]


def query(sql, *values):
    with closing(sqlite3.connect("orders.db")) as db, db:
        return db.execute(sql, values).fetchall()


def save(customer, table):
    rows = [{"customer": customer, **row} for row in table.to_dict("records")]
    with closing(sqlite3.connect("orders.db")) as db, db:
        db.execute("DELETE FROM orders WHERE customer = ?", (customer,))
        sql = "INSERT INTO orders VALUES (:customer, :item, :pieces)"
        db.executemany(sql, rows)


def discard():
    state.draft += 1


query("CREATE TABLE IF NOT EXISTS orders (customer, item, pieces INTEGER)")
if not query("SELECT * FROM orders"):
    for order in ORDERS:
        query("INSERT INTO orders VALUES (?, ?, ?)", *order)

master, detail = st.columns([1, 3])
customer = master.radio("Customer", ["Ann", "Bob"])
sql = "SELECT item, pieces FROM orders WHERE customer = ?"
saved = pd.DataFrame(query(sql, customer), columns=["item", "pieces"])
with detail:
    edited = st.data_editor(
        saved, num_rows="dynamic", key=f"{customer} {state.draft}"
    ).dropna()  # a row counts once it is filled in
    st.text(f"{customer} gets {int(edited.pieces.sum())} pieces")
    if st.button("Save"):
        save(customer, edited)
        st.rerun()
    st.button("Discard", on_click=discard)
    if not edited.equals(saved):
        st.warning("Not saved yet")
