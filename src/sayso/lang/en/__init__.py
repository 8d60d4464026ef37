"""English tables, to be read and mended by a linguist."""
