"""Take a picture of every page of the built site, or of those named, in each palette, on a phone and on a desktop."""

import sys
from pathlib import Path
from typing import Literal

from streamlit_engines.browser import launch

from livedocs.runtime.webserver import serve

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
PICTURES = ROOT / ".cache" / "screenshots"
PALETTES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (390, 1440)
# The browser renders what is far from the screen late, and a picture of the whole page does not scroll.
DRAW = """document.querySelectorAll("main *").forEach(element => {
  if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible"
})"""


def pages() -> dict[str, str]:
    """Return the path of each page below the site's URL, by the page's name: `index`, `widgets`."""
    names = (path.parent.relative_to(SITE).as_posix() for path in sorted(SITE.rglob("index.html")))
    return {"index" if name == "." else name.replace("/", "-"): f"{name}/" for name in names}


def take(*names: str) -> None:
    """Take the pictures of these pages, or of all, at full height."""
    found = pages()
    if unknown := set(names) - set(found):
        sys.exit(f"No page {', '.join(sorted(unknown))} in {SITE.name}/, only: {', '.join(found) or 'nothing'}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with serve(SITE) as address, launch() as browser:
        for palette in PALETTES:
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=palette)
                for name in names or found:
                    page.goto(address + found[name], wait_until="networkidle")
                    page.evaluate(DRAW)
                    picture = PICTURES / f"{name}-{palette}-{width}.png"
                    page.screenshot(path=picture, full_page=True, animations="disabled")
                    print(picture.relative_to(ROOT))
                page.close()


if __name__ == "__main__":
    take(*sys.argv[1:])
