# SPDX-License-Identifier: LGPL-2.1-or-later
"""Draws a graph without circles in layers (after Sugiyama), as an SVG that can be printed: black lines on white."""

from xml.sax.saxutils import escape

WIDTH, HEIGHT = 172, 44  # of a box
GAP_X, GAP_Y = 22, 54
LANE = 14  # of a line that passes a layer
MARGIN = 16
SWEEPS = 12


def follow(edges, start):
    """All that is reached from `start`."""
    reached, waiting = set(), [start]
    while waiting:
        node = waiting.pop()
        for source, target in edges:
            if source == node and target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def reduce(edges):
    """Without the edges that longer ways say already."""
    return {(source, target) for source, target in edges
            if not any(target in follow(edges, between) for via, between in edges
                       if via == source and between != target)}


def rank(edges, nodes):
    """How high above the foot each stands."""
    ranks = {}

    def measure(node):
        if node not in ranks:
            ranks[node] = 1 + max((measure(target) for source, target in edges if source == node), default=-1)
        return ranks[node]

    for node in nodes:
        measure(node)
    return ranks


def lay_lanes(edges, ranks):
    """The edges cut at each layer that they pass; the points of each whole one."""
    pieces, ways = set(), {}
    for source, target in sorted(edges):
        between = [(source, target, level) for level in range(ranks[source] - 1, ranks[target], -1)]
        ways[source, target] = [source, *between, target]
        ranks.update({lane: lane[2] for lane in between})
        pieces.update(zip(ways[source, target], ways[source, target][1:]))
    return pieces, ways


def order(pieces, ranks):
    """The layers, from the foot up, so that few lines cross: each node moves to the middle of its neighbours."""
    layers = [sorted((node for node in ranks if ranks[node] == level), key=str)
              for level in range(max(ranks.values()) + 1)]
    for sweep in range(SWEEPS):
        way = layers[1:] if sweep % 2 == 0 else layers[-2::-1]
        for layer in way:
            other = layers[ranks[layer[0]] + (-1 if sweep % 2 == 0 else 1)]
            place = {node: (index + 0.5) / len(other) for index, node in enumerate(other)}
            own = {node: (index + 0.5) / len(layer) for index, node in enumerate(layer)}

            def middle(node, place=place, own=own):
                near = [place[b] for a, b in pieces if a == node and b in place]
                near += [place[a] for a, b in pieces if b == node and a in place]
                return sum(near) / len(near) if near else own[node]

            layer.sort(key=middle)
    return layers


def width_of(node):
    return LANE if isinstance(node, tuple) else WIDTH


def place(layers):
    """The middle of the top of each node."""
    spans = [sum(width_of(node) + GAP_X for node in layer) - GAP_X for layer in layers]
    places = {}
    for level, layer in enumerate(layers):
        x = MARGIN + (max(spans) - spans[level]) / 2
        for node in layer:
            places[node] = (x + width_of(node) / 2, MARGIN + (len(layers) - 1 - level) * (HEIGHT + GAP_Y))
            x += width_of(node) + GAP_X
    return places, max(spans) + 2 * MARGIN


def draw_line(way, places):
    x, y = places[way[0]]
    path = f'M{x:.0f},{y + HEIGHT:.0f}'
    for node in way[1:]:
        low = y + HEIGHT
        next_x, next_y = places[node]
        path += f' C{x:.0f},{low + GAP_Y / 2:.0f} {next_x:.0f},{next_y - GAP_Y / 2:.0f} {next_x:.0f},{next_y:.0f}'
        x, y = next_x, next_y
        if isinstance(node, tuple):
            path += f' L{x:.0f},{y + HEIGHT:.0f}'
    return f'<path d="{path}" marker-end="url(#arrow)"/>'


def draw_box(node, place_of, libraries):
    x, y = place_of
    lines = [f'<rect x="{x - WIDTH / 2:.0f}" y="{y:.0f}" width="{WIDTH}" height="{HEIGHT}" rx="4"/>',
             f'<text x="{x:.0f}" y="{y + (18 if libraries else 26):.0f}">{escape(node)}</text>']
    if libraries:
        lines.append(f'<text class="uses" x="{x:.0f}" y="{y + 34:.0f}">{escape(", ".join(libraries))}</text>')
    return '\n'.join(lines)


def draw(edges, libraries, title):
    """An SVG of `edges`, (who, whom); `libraries` are named in the boxes."""
    nodes = sorted({node for edge in edges for node in edge} | set(libraries))
    edges = reduce(edges)
    ranks = rank(edges, nodes)
    pieces, ways = lay_lanes(edges, ranks)
    layers = order(pieces, ranks)
    places, width = place(layers)
    height = len(layers) * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN
    lines = [draw_line(way, places) for _, way in sorted(ways.items())]
    boxes = [draw_box(node, places[node], libraries.get(node)) for node in nodes]
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later; made by docs/make-pages.py -->
<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" viewBox="0 0 {width:.0f} {height}">
<title>{escape(title)}</title>
<defs>
<marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
<path d="M0,0 L8,4 L0,8 z" style="fill: black"/>
</marker>
</defs>
<style>
rect {{ fill: white; stroke: black; }}
path {{ fill: none; stroke: black; }}
text {{ font: 14px sans-serif; text-anchor: middle; fill: black; }}
.uses {{ font-size: 11px; }}
</style>
<rect width="100%" height="100%" style="stroke: none"/>
{chr(10).join(lines)}
{chr(10).join(boxes)}
</svg>
'''
