PRICES = {"Tea": 4, "Cup": 9, "Pot": 30}
