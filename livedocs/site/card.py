"""The picture that a link to the site unfolds to: made from `mkdocs.yml`, with the font that Pillow brings."""

import sys
from pathlib import Path

from mkdocs.config import load_config
from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)  # in pixels, as those who show it ask for
MARGIN = 90
GROUND, TEXT, FAINT, GREEN = "#12171d", "#ffffff", "#b6c2cf", "#1a7f4b"


def card(name: str, description: str) -> Image.Image:
    """Return the picture: the mark of the site, its name and its description."""
    image = Image.new("RGB", SIZE, GROUND)
    draw = ImageDraw.Draw(image)
    draw.ellipse((MARGIN, MARGIN, MARGIN + 110, MARGIN + 110), fill=GREEN)
    tick = [(MARGIN + x, MARGIN + y) for x, y in ((30, 57), (49, 76), (82, 40))]
    draw.line(tick, fill=TEXT, width=12, joint="curve")
    below = _write(draw, name, 72, TEXT, MARGIN + 165)
    _write(draw, description, 38, FAINT, below + 30)
    return image


def _write(draw: ImageDraw.ImageDraw, text: str, size: int, color: str, top: float) -> float:
    """Write words below `top`, in as many lines as they need; return where they end."""
    font = ImageFont.load_default(size)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) > SIZE[0] - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    for line in lines:
        draw.text((MARGIN, top), line, color, font)
        top += size * 1.35
    return top


if __name__ == "__main__":
    config = load_config("mkdocs.yml")
    card(config.site_name, config.site_description).save(Path(sys.argv[1]), optimize=True)
