import streamlit as st

JS = """
export default function({ data, parentElement, setStateValue }) {
  const button = parentElement.querySelector("button")
  button.textContent = `Pick ${data}`
  button.onclick = () => setStateValue("picked", data)
}
"""
picker = st.components.v2.component("picker", html="<button></button>", js=JS)

if st.checkbox("Show", value=True):
    picker(key="pick", data=1, on_picked_change=lambda: None)
st.button("Rerun")
st.text(f"key: {st.session_state.get('pick')}")
