#!/usr/bin/env python3
"""Draws docs/images/cost.svg from target/cost/table.txt, which CostTest writes."""
import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent
total = re.compile(r"(.+): (\d+) statements, (\d+) round trips;")
rows = [m.groups() for m in map(total.match, (root / "target/cost/table.txt").read_text().splitlines()) if m]

label, bar, line, top = 330, 520, 44, 34
widest = max(int(round_trips) for _, _, round_trips in rows)
parts = [
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{label + bar + 60}" height="{top + line * len(rows)}"'
    ' font-family="sans-serif" font-size="14">',
    '<rect width="100%" height="100%" fill="white"/>',
    '<text x="10" y="20" font-weight="bold">Round trips to PostgreSQL for one whole case</text>',
]
for i, (name, _, round_trips) in enumerate(rows):
    y = top + line * i
    width = bar * int(round_trips) / widest
    colour = "#b03a2e" if name == "product" else "#8a939c"
    parts.append(f'<text x="{label - 10}" y="{y + 22}" text-anchor="end">{name}</text>')
    parts.append(f'<rect x="{label}" y="{y + 4}" width="{width:.0f}" height="28" fill="{colour}"/>')
    parts.append(f'<text x="{label + width + 8:.0f}" y="{y + 22}">{round_trips}</text>')
parts.append("</svg>")
(root / "docs/images/cost.svg").write_text("\n".join(parts) + "\n")
