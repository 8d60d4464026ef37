"""Models behind the ports of model/ports.py: rules now, learned ones where their weights are shipped."""
