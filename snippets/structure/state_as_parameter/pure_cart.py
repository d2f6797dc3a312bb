from collections.abc import MutableMapping


def add(state: MutableMapping, item: str) -> None:
    state.setdefault("cart", []).append(item)
