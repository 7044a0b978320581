"""The live check: a real server against the document, call by call. Only `client` uses the network."""
