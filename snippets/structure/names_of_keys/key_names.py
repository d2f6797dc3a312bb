NAME = "profile.name"
