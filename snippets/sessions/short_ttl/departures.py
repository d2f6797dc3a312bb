import weakref

gone = []


class Visitor:
    def __init__(self, name):
        weakref.finalize(self, gone.append, name)
