import streamlit as st

BIKES = [
    ("Roadster", "red", 900),
    ("Comet", "blue", 450),
    ("Star", "red", 300),
]
DEFAULTS = {"search": "", "color": "any", "price": 0}


def reset():
    st.session_state.update(DEFAULTS)


with st.sidebar:
    search = st.text_input("Name", key="search", bind="query-params")
    color = st.selectbox(
        "Color", ["any", "red", "blue"], key="color", bind="query-params"
    )
    price = st.slider(
        "Price from", 0, 900, step=50, key="price", bind="query-params"
    )
    st.button("Reset", on_click=reset)

for name, its_color, its_price in BIKES:
    if (
        search.lower() in name.lower()
        and color in ("any", its_color)
        and its_price >= price
    ):
        st.text(f"{name}, {its_color}, {its_price} €")
