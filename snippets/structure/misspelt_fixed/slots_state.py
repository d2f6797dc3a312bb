from dataclasses import dataclass


@dataclass(slots=True)
class State:
    count: int = 0
