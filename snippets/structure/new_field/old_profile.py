from dataclasses import dataclass


@dataclass
class Profile:
    name: str = "Ann"
