"""An article becomes a page: everything said in it, at its place. Pure."""
