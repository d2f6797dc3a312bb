import streamlit as st

JS = """
export default function({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button")
  button.textContent = `Count ${data}`
  button.onclick = () => setTriggerValue("count", data + 1)
}
"""
counter = st.components.v2.component(
    "counter", html="<button></button>", js=JS
)


def keep():
    st.session_state.count = st.session_state.counter.count


st.session_state.setdefault("count", 1)
if st.button("Set to 9"):
    st.session_state.count = 9
counter(key="counter", data=st.session_state.count, on_count_change=keep)
st.button("Rerun")
st.text(f"count: {st.session_state.count}")
