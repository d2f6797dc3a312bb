import streamlit as st

BIKES = [
    ("Roadster", "red", 900),
    ("Comet", "blue", 450),
    ("Star", "red", 300),
]
DEFAULTS = {"search": "", "colour": "any", "price": 0}


def reset():
    st.session_state.update(DEFAULTS)


with st.sidebar:
    search = st.text_input("Name", key="search", bind="query-params")
    colour = st.selectbox(
        "Colour", ["any", "red", "blue"], key="colour", bind="query-params"
    )
    price = st.slider(
        "Price from", 0, 900, step=50, key="price", bind="query-params"
    )
    st.button("Reset", on_click=reset)

for name, its_colour, its_price in BIKES:
    if (
        search.lower() in name.lower()
        and colour in ("any", its_colour)
        and its_price >= price
    ):
        st.text(f"{name}, {its_colour}, {its_price} €")
