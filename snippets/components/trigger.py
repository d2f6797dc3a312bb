import streamlit as st

JS = """
export default function({ parentElement, setTriggerValue }) {
  const button = parentElement.querySelector("button")
  button.onclick = () => setTriggerValue("sent", "Hello")
}
"""
sender = st.components.v2.component(
    "sender", html="<button>Send</button>", js=JS
)


def count():
    st.session_state.sent += 1


st.session_state.setdefault("sent", 0)
result = sender(key="sender", on_sent_change=count)
st.button("Rerun")
st.text(f"returned: {result.sent}")
st.text(f"sent: {st.session_state.sent}")
