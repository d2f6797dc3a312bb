import streamlit as st

JS = """
export default function({ data, parentElement, setStateValue }) {
  const button = parentElement.querySelector("button")
  button.textContent = `Pick ${data}`
  button.onclick = () => setStateValue("picked", data)
}
"""
picker = st.components.v2.component("picker", html="<button></button>", js=JS)

st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
result = picker(
    key="pick", data=st.session_state.runs, on_picked_change=lambda: None
)
st.button("Rerun")
st.text(f"run {st.session_state.runs}, picked: {result.picked}")
st.text(f"key: {st.session_state.pick}")
