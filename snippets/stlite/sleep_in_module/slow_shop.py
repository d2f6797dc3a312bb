import time


def load():
    time.sleep(0.1)
    return "loaded"


class Shop:
    def load(self):
        return load()
