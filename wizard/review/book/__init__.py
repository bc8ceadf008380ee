"""The reviewer's book: what a visitor can read, with its conditions, rules and sources, to read and to sign."""
