// `document$`, `location$`, `target$` and `component$` are the theme's: what is on the page now, and where it is.

// The address may name a tab. The line that a claim's proof link names lies in a tab that may be closed: open the tab,
// then go there.
function openTab() {
  const line = document.getElementById(location.hash.slice(1));
  if (line?.matches(".live input")) return line.click();
  const block = line?.closest(".live .tabbed-block");
  if (!block) return;
  const inputs = block.closest(".tabbed-set").querySelectorAll(":scope > input");
  const input = inputs[[...block.parentElement.children].indexOf(block)];
  if (input.checked) return;
  input.click();
  line.scrollIntoView();
}

document$.subscribe(openTab);
target$.subscribe(openTab);

// Within a page the browser goes to an anchor, and back, by itself. Instant navigation would load the page anew
// at the first anchor, and what is open in it would be closed. It leaves links with a target alone, but not moves
// through the history.
{
  const page = ({ pathname, search }) => pathname + search;
  const { next } = location$;
  let current = page(location);

  addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest("a[href]");
      if (link?.origin !== location.origin || page(link) !== page(location)) return;
      link.target = "_self";
      history.scrollRestoration = "auto";
      if (link.hash === location.hash) dispatchEvent(new HashChangeEvent("hashchange")); // a browser says nothing
    },
    true,
  );

  location$.next = (url) => {
    if (page(url) === current) return;
    current = page(url);
    next.call(location$, url);
  };
}

// The reader who opens a tab finds it in the address.
addEventListener("click", ({ target, isTrusted }) => {
  const label = isTrusted && target.closest(".live .tabbed-labels > label");
  if (label) history.replaceState(history.state, "", `#${label.htmlFor}`);
});

// A keyboard can scroll code and tables that are wider than their place. The theme would measure all code at once; here a
// block's code is measured when it is rendered.
{
  const { matches: keyboard } = matchMedia("(hover)");
  const measure = (entries) => {
    const wide = entries.map(({ target }) => keyboard && target.scrollWidth > target.clientWidth);
    for (const [at, { target }] of entries.entries()) {
      if (wide[at]) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  };
  const [sizes, tables] = [new ResizeObserver(measure), new ResizeObserver(measure)];
  component$.subscribe(({ ref }) => {
    const place = ref.closest(".md-typeset__scrollwrap");
    if (place) tables.observe(place);
  });
  document$.subscribe(() => {
    sizes.disconnect();
    for (const code of document.querySelectorAll(".live pre > code")) sizes.observe(code);
  });
}

// The theme makes each copy button a landmark of its own: too many to be of use.
component$.subscribe(({ ref }) => {
  ref.closest("pre")?.querySelector(".md-code__nav")?.setAttribute("role", "presentation");
});

// By keyboard, too: the navigation of a narrow or zoomed screen, whose buttons are labels, and a way back from there.
{
  const narrow = matchMedia("(max-width: 76.234375em)");
  const drawer = document.getElementById("__drawer");
  const opener = document.querySelector(".md-header [for='__drawer']");

  function reach() {
    for (const label of [opener, ...document.querySelectorAll(".md-nav--primary label")]) {
      if (narrow.matches) label.tabIndex = 0;
      else label.removeAttribute("tabindex");
    }
  }

  opener.title = "Navigation";
  document$.subscribe(reach);
  narrow.addEventListener("change", reach);
  addEventListener(
    "keydown",
    (event) => {
      const { key, target } = event;
      if (key === " " && target.matches("label[tabindex]")) {
        event.preventDefault();
        target.click(); // as the theme does at Enter
      } else if (key === "Escape" && drawer.checked) {
        drawer.click();
        opener.focus();
      }
    },
    true,
  );
}
