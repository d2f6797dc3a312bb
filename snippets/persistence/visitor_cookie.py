import uuid

import streamlit as st

cookie = st.context.cookies.get("visitor")
if cookie is None:
    st.session_state.setdefault("visitor", uuid.uuid4().hex)
    st.html(
        f"<script>document.cookie = 'visitor={st.session_state.visitor}; "
        "path=/; max-age=31536000; samesite=lax'</script>",
        unsafe_allow_javascript=True,
    )
st.text(f"cookie: {cookie}")
st.text(f"visitor: {cookie or st.session_state.visitor}")
