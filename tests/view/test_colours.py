"""Colours by the numbers: contrast as WCAG 2 computes it, and types that colour-blind eyes tell apart."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from extractor.view.marks import KINDS
from extractor.view.render import asset

AA = 4.5
BLIND = {  # Machado, Oliveira and Fernandes 2009, full severity
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def themes() -> dict[str, dict[str, str]]:
    css = asset("view.css")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    read = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in (light, dark)]
    return {"light": read[0], "dark": {**read[0], **read[1]}}


def linear(colour: str) -> tuple[float, float, float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def luminance(colour: str) -> float:
    r, g, b = linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_all_text_has_contrast(name: str) -> None:
    t = themes()[name]
    pairs = [(text, ground) for text in ("ink", "soft", "link", "focus") for ground in ("paper", "page")]
    pairs += [("on-ink", "on"), ("tag-ink", "soft"), ("tag-ink", "link"), ("ink", "checks-tint")]
    for kind in KINDS:
        pairs += [("ink", f"{kind}-tint"), (kind, "paper"), (kind, "page"), ("tag-ink", kind), (kind, f"{kind}-tint")]
    low = {pair: round(contrast(t[pair[0]], t[pair[1]]), 2) for pair in pairs}
    assert not {pair: c for pair, c in low.items() if c < AA}


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    """Oklab of linear RGB."""
    r, g, b = rgb
    cube = [max(0.0, v) ** (1 / 3) for v in (
        0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b,
        0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b,
        0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b,
    )]  # fmt: skip
    lms = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099),
           (0.0259040371, 0.7827717662, -0.8086757660))  # fmt: skip
    x, y, z = (sum(k * c for k, c in zip(row, cube, strict=True)) for row in lms)
    return x, y, z


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("eyes", [None, *BLIND])
def test_types_are_told_apart(name: str, eyes: str | None) -> None:
    """By colour, or by the line below the words: no two types are near in colour and alike in line."""
    t = themes()[name]
    lines = dict(re.findall(r"\.k-(\w+) \{ --c: .*? --line: (\w+); \}", asset("view.css")))
    assert set(lines) == set(KINDS)
    for a, b in combinations(KINDS, 2):
        seen = []
        for kind in (a, b):
            rgb = linear(t[kind])
            if eyes:
                rgb = tuple(sum(k * c for k, c in zip(row, rgb, strict=True)) for row in BLIND[eyes])  # type: ignore[assignment]
            seen.append(lab(rgb))
        distance = sum((x - y) ** 2 for x, y in zip(*seen, strict=True)) ** 0.5
        assert distance > 0.06 or lines[a] != lines[b], (a, b, round(distance, 3))
