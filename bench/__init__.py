"""How fast Samvern is, as ratios measured in one run. `make bench` writes bench.json."""
