import streamlit as st

st.session_state.update(score=1, todos=["buy tea"])
snapshots = {
    "dict": dict(st.session_state),
    "to_dict": st.session_state.to_dict(),
}

st.session_state.score += 1
st.session_state.todos.append("make tea")

st.text(f"score is now {st.session_state.score}")
for name, taken in snapshots.items():
    st.text(f"{name}: score {taken['score']}, todos {taken['todos']}")
