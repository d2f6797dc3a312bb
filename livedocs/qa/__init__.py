"""Checks that run on demand or at night. Nothing else imports them."""
