"""Bytes become articles; the only room that opens inputs."""
