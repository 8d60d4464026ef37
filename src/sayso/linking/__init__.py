"""Pages become a case: dates, sources, origins, stances, clashes across articles. Pure and order-free."""
