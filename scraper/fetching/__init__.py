"""What `scraper.fetch` knows without the network: addresses, headers, bodies, robots.txt, pace, suspicion."""
