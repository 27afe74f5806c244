"""How one item's answers look by level of measurement: choices, scales, numbers, days."""
