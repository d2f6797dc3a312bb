import streamlit as st

state = st.session_state


def add():
    state.rows.append(state.next_row)
    state.next_row += 1


def remove(row):
    state.rows.remove(row)


if "rows" not in state:
    state.rows, state.next_row = [], 0
    add()

total = 0
for row in state.rows:  # numbers are never used again, so keys stay
    what, price, button = st.columns(3)
    what.text_input("What", key=f"what_{row}")
    total += price.number_input("Price", min_value=0, key=f"price_{row}")
    button.button("Remove", key=f"remove_{row}", on_click=remove, args=(row,))
st.button("Add a row", on_click=add)
st.text(f"{len(state.rows)} rows, together {total} €")
