import streamlit as st
import visit_log

in_script = []
st.session_state.setdefault("visits", [])

in_script.append("run")
st.session_state.visits.append("run")
visit_log.visits.append("run")

st.text(f"script: {in_script}")
st.text(f"session: {st.session_state.visits}")
st.text(f"module: {visit_log.visits}")
