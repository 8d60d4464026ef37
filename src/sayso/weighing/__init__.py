"""A case becomes answers whose reasons add up. Pure, no clock."""
