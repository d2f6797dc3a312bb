CART = ["milk"]
