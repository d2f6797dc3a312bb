visits = []
