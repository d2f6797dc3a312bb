import streamlit as st

if "iterators" not in st.session_state:
    st.session_state.iterators = {
        "map": map(len, ["tea", "coffee"]),
        "filter": filter(None, [0, 1]),
        "zip": zip(["tea"], [3], strict=True),
        "reversed": reversed([1, 2]),
        "generator": (n * n for n in [1, 2]),
    }
for name, iterator in st.session_state.iterators.items():
    st.text(f"{name}: {list(iterator)}")
