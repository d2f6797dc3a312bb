class Cup:
    pass
