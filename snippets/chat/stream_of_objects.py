import streamlit as st


def answer():
    yield "The price: "
    yield {"tea": 3}


st.text(f"returned: {st.write_stream(answer())}")
