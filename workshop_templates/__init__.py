"""The script: reusable agendas for workshops, with minutes, materials and notes."""
