"""Staff accounts: sign-in, second factor, passkeys, the first set-up link."""
