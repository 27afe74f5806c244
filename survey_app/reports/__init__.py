"""Reports: charts, downloads and what a steering group is shown."""
