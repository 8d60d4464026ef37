"""The desk: a web app for one person or a few, served from their own machine, to work on a case that lasts."""
