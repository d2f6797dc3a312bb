// The search: a dialog that the header's button opens, and the same box in the text of a page.

const SEARCH = {
  parameter: "problem", // of the address of a page with a box
  length: 300, // of what stands there at most
  delay: 120, // milliseconds since the last key
  results: 8,
};

// Code and sections load when a reader first reaches for a box.
let loading;
function load() {
  loading ??= Promise.all([
    import("./find.js"),
    import("./run/runtime/minisearch.js"),
    fetch(new URL("../sections.json", import.meta.url)).then((answer) => answer.json()),
  ]).then(async ([{ finder, essence }, { default: MiniSearch }, sections]) => ({
    ask: await finder(MiniSearch, sections),
    essence,
  }));
  loading.catch(() => (loading = undefined)); // the next key tries again
  return loading;
}

const create = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

function show({ at, title, page, text, wording }) {
  const link = create("a", { href: new URL(`../${at}`, import.meta.url) }, title);
  const parts = [create("p", {}, link, " ", create("small", {}, page))];
  if (text) parts.push(create("p", {}, text));
  if (wording) parts.push(create("p", { className: "finder-wording" }, wording));
  return create("li", {}, ...parts);
}

function says(count, answered) {
  if (!count) return "Nothing found.";
  if (!answered) return "This site doesn't seem to answer that. The closest sections:";
  return count === 1 ? "1 section:" : `${count} sections, best first:`;
}

// Fills a box's element, and returns the text area and a function that shows what it finds.
function build(place, label) {
  const id = `${place.id}-text`;
  const box = create("textarea", {
    id,
    rows: 2,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
    placeholder: "my counter is one click behind",
  });
  const status = create("p", { role: "status" });
  const list = create("ol", {});
  place.replaceChildren(create("label", { htmlFor: id }, label), box, status, list);

  async function update() {
    const text = box.value;
    const found = text.trim()
      ? await load().then(
          ({ ask }) => ask(text),
          () => null,
        )
      : undefined;
    if (text !== box.value) return; // there is a newer one
    const results = found?.results.slice(0, SEARCH.results) ?? [];
    list.replaceChildren(...results.map(show));
    if (found === null) status.textContent = "The search couldn't be loaded. Check your connection, and type again.";
    else status.textContent = found?.asked ? says(results.length, found.answered) : "";
    place.ariaBusy = "false";
  }

  let timer;
  box.addEventListener("focus", load, { once: true });
  box.addEventListener("input", () => {
    place.ariaBusy = "true";
    clearTimeout(timer);
    timer = setTimeout(update, SEARCH.delay);
  });
  // Arrow keys move between the box and the results, and Enter opens the first one.
  place.addEventListener("keydown", (event) => {
    const { key, target, shiftKey, isComposing } = event;
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(target);
    const inLastLine = target === box && !box.value.slice(box.selectionEnd).includes("\n");
    if (key === "Enter" && target === box && !shiftKey && !isComposing) links[0]?.click();
    else if (key === "ArrowDown" && (at >= 0 || inLastLine)) links[at + 1]?.focus();
    else if (key === "ArrowUp" && at >= 0) (links[at - 1] ?? box).focus();
    else return;
    event.preventDefault();
  });
  return { box, update };
}

// The dialog of the header.
{
  const dialog = document.querySelector("dialog.search");
  const opener = document.querySelector(".search-open");
  const { box } = build(dialog.querySelector(".finder"), "Describe your problem, or paste an error");
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    box.focus();
    box.select();
  };
  opener.addEventListener("click", open);
  opener.addEventListener("pointerenter", load, { once: true });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("a, .search-close")) dialog.close();
  });
  addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const typing = target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if ((key === "/" && !typing && !ctrlKey && !metaKey && !altKey) || (key === "k" && (ctrlKey || metaKey))) {
      event.preventDefault();
      open();
    }
  });
}

// A box in the text of a page keeps what was asked in the address.
document$.subscribe(() => {
  const place = document.querySelector("main .finder");
  if (!place) return;
  const { box, update } = build(place, "Paste an error message, or describe what happens");
  box.addEventListener("input", async () => {
    const { essence } = await load();
    const url = new URL(location);
    const text = box.value.trim();
    url.searchParams.delete(SEARCH.parameter);
    if (text)
      url.searchParams.set(
        SEARCH.parameter,
        (text.length > SEARCH.length ? essence(text) : text).slice(0, SEARCH.length),
      );
    history.replaceState(history.state, "", url);
  });
  box.value = new URLSearchParams(location.search).get(SEARCH.parameter) ?? "";
  if (box.value) update();
  place.hidden = false;
});
