from price_fragment import price

print(f"called: {price(3)}, unwrapped: {price.__wrapped__(3)}")
