import streamlit as st


def main():
    st.session_state.setdefault("runs", 0)
    st.session_state.runs += 1
    st.text(f"runs: {st.session_state.runs}")


if __name__ == "__main__":
    main()
