"""Take a picture of every page of the built site, or of those named, in each palette, on a phone and on a desktop."""

import sys
from itertools import product
from pathlib import Path
from typing import Literal

from streamlit_engines.browser import launch

from livedocs.qa.lighthouse import file_name, pages
from livedocs.runtime.webserver import serve

SITE = Path("site")
PICTURES = Path(".cache/screenshots")
PALETTES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (390, 1440)
# The browser renders what is far from the screen late, and a picture of the whole page does not scroll.
DRAW = """document.querySelectorAll("main *").forEach(element => {
  if (getComputedStyle(element).contentVisibility === "auto") element.style.contentVisibility = "visible"
})"""

if __name__ == "__main__":
    with serve(SITE) as url, launch() as browser:
        for palette, width in product(PALETTES, WIDTHS):
            tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=palette)
            for page in sys.argv[1:] or pages(SITE):
                tab.goto(url + page, wait_until="networkidle")
                tab.evaluate(DRAW)
                picture = PICTURES / f"{file_name(page)}-{palette}-{width}.png"
                tab.screenshot(path=picture, full_page=True, animations="disabled")
                print(picture)
            tab.close()
