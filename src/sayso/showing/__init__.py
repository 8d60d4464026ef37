"""A case and its answers become text: JSON records, a summary, a dossier. Writes nothing."""
