"""The elements of an app, as AppTest has them, from the messages that its page has received."""

import base64
from types import SimpleNamespace
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1.element_tree import ElementTree, parse_tree_from_messages

from streamlit_engines.values import State

Node = Any  # an element or a block of AppTest


def grow(seen: dict[str, Any]) -> ElementTree:
    """Return AppTest's tree of what the observer has seen; `driver_path` is where a node is in it."""
    messages: list[ForwardMsg] = []
    protos: dict[str, tuple[str, Any]] = {}
    for path, is_element, encoded in seen["places"]:
        message = ForwardMsg()
        message.metadata.delta_path[:] = path
        delta = message.delta
        (delta.new_element if is_element else delta.add_block).ParseFromString(base64.b64decode(encoded))
        messages.append(message)
        if is_element and (kind := delta.new_element.WhichOneof("type")):
            proto = getattr(delta.new_element, kind)
            protos[getattr(proto, "id", "")] = kind, proto
    tree = parse_tree_from_messages([message for message in messages if _known(message)])
    states, sent = WidgetStates(), WidgetStates.FromString(base64.b64decode(seen["sent"]))
    for encoded in seen["states"]:
        states.MergeFromString(base64.b64decode(encoded))
    state = State(protos, states, sent, dict(seen["drafts"]))
    tree._runner = SimpleNamespace(session_state=state, _session_state=state)  # type: ignore[assignment]  # noqa: SLF001 (all that the elements ask it for)
    _place(tree, [])
    return tree


def _known(message: ForwardMsg) -> bool:
    return message.delta.WhichOneof("type") != "new_element" or bool(message.delta.new_element.WhichOneof("type"))


def _place(node: Node, path: list[int]) -> None:
    node.__dict__["driver_path"] = path
    for number, child in getattr(node, "children", {}).items():
        _place(child, [*path, number])
