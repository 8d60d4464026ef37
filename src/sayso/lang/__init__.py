"""Language tables: constants only, one package a language."""
