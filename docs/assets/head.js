// What has to be there before the first paint, in one file, as a page shows nothing until it has come.

// What the theme does in inline scripts, which the Content-Security-Policy refuses. Its other scripts use these names.

const __md_scope = new URL("..", document.currentScript.src);
const __md_key = (key, scope) => `${scope.pathname}.${key}`;
const __md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
const __md_get = (key, storage, scope = __md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(__md_key(key, scope)));
  } catch {} // it is blocked
  return null;
};
const __md_set = (key, value, storage, scope = __md_scope) => {
  try {
    (storage ?? localStorage).setItem(__md_key(key, scope), JSON.stringify(value));
  } catch {} // it is full or blocked
};

// What the theme would add to the page once it has started, at the cost of the style of all.
document.documentElement.className = "js js-focus-visible";
document.documentElement.dataset.jsFocusVisible = "";

// The palette is the system's, or the one that the reader has chosen. The theme would see to it after the first paint, at
// the cost of the style of all, three times: `livedocs/theme/main.html` hides the buttons from its script.
{
  const key = "__palette";
  const system = "(prefers-color-scheme)";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = __md_get(key)?.color ?? { media: system };

  function paint() {
    const scheme = chosen.media !== system ? chosen.scheme : dark.matches ? "slate" : "default";
    document.body.dataset.mdColorScheme = scheme;
    document.documentElement.style.colorScheme = scheme === "slate" ? "dark" : "light";
    for (const option of document.getElementsByName(key))
      option.nextElementSibling.hidden = option.dataset.mdColorMedia !== chosen.media;
  }

  function change() {
    document.body.dataset.mdColorSwitching = ""; // nothing fades from one to the other
    paint();
    requestAnimationFrame(() => requestAnimationFrame(() => delete document.body.dataset.mdColorSwitching));
  }

  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    paint();
  }).observe(document.documentElement, { childList: true });
  addEventListener("DOMContentLoaded", paint); // the buttons, too
  dark.addEventListener("change", change);
  addEventListener("change", ({ target }) => {
    if (target.name !== key) return;
    chosen = { media: target.dataset.mdColorMedia, scheme: target.dataset.mdColorScheme };
    __md_set(key, { color: chosen });
    change();
  });
  addEventListener("keydown", ({ key: pressed, target }) => {
    if (pressed !== "Enter" || target.name !== key) return;
    const { control } = document.querySelector(".md-header__option > label:not([hidden])");
    control.click();
    control.focus();
  });
}

// The theme sees to all code of a page at once, reading sizes and changing them by turns: phones stood still for up to a
// second. Blocks go without: they have their copy buttons from `livedocs/code.py`, and `site.js` does the rest.
{
  const { querySelectorAll } = Element.prototype;
  const all = "pre:not(.mermaid) > code";
  Element.prototype.querySelectorAll = function (selectors) {
    return querySelectorAll.call(this, selectors === all ? `${all}:not(.live *)` : selectors);
  };
}

// Which claims of the page hold on the Streamlit that the reader picks. Each claim names where it holds,
// `data-held="1.28-1.62"`, and where no run tells, `data-unknown`. The files have all as it is on the one that the site documents,
// whose option is selected.
{
  const key = "__streamlit";
  let picked = __md_get(key); // null: the documented one, whichever that is

  const number = (version) => version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);
  const numbers = (ranges) => ranges?.split(" ").map((range) => range.split("-").map(number)) ?? [];
  const within = (ranges, version) => ranges.some((range) => range[0] <= version && version <= range.at(-1));

  // What `data-now` says: nothing where a claim holds.
  function now({ held, unknown }, version) {
    const [at, holds] = [number(version), numbers(held)];
    if (within(numbers(unknown), at)) return "unknown";
    if (within(holds, at)) return "";
    return holds.some(([first]) => first < at) ? "no more" : "not yet";
  }

  const many = (count, one, more) => `${count} ${count === 1 ? one : more}`;

  function show() {
    const select = document.querySelector(".version-picker select");
    const output = document.querySelector(".version-picker output"); // comes last, when all options are there
    if (!output || !select.options.length) return;
    const versions = Array.from(select.options, ({ value }) => value);
    const documented = documentedIn(select);
    const version = versions.includes(picked) ? picked : documented;
    select.value = version;
    document.dispatchEvent(new CustomEvent("streamlit", { detail: version }));
    const differ = [];
    let unknown = 0;
    for (const claim of document.querySelectorAll(".claim")) {
      const here = now(claim.dataset, version);
      if (here) claim.dataset.now = here;
      else delete claim.dataset.now;
      const badge = claim.querySelector(".claim-versions");
      if (!badge) continue;
      badge.dataset.label ??= badge.textContent;
      const { label } = badge.dataset;
      const words = here === "unknown" ? `not measured on ${version}` : `${label}, not on ${version}`;
      badge.textContent = here && version !== documented ? words : label;
      const there = now(claim.dataset, documented);
      if (here === "unknown") unknown++;
      else if (there !== "unknown" && !here !== !there) differ.push(claim);
    }
    say(output, version, documented, differ, unknown);
  }

  function say(output, version, documented, differ, unknown) {
    const parts = [];
    if (version !== documented) {
      parts.push(`${many(differ.length, "claim differs", "claims differ")} from ${documented}`);
      if (unknown) parts.push(`, ${unknown} not measured`);
    }
    if (differ.length) {
      const link = document.createElement("a");
      link.href = `#${differ[0].id}`;
      link.textContent = differ.length === 1 ? "go there" : "go to the first";
      parts.push(": ", link);
    }
    output.replaceChildren(...parts);
  }

  const documentedIn = (select) => (select.querySelector("[selected]") ?? select.options[0]).value;

  function pick(version) {
    picked = version;
    show();
  }

  addEventListener("change", ({ target }) => {
    if (!target.matches(".version-picker select")) return;
    pick(target.value === documentedIn(target) ? null : target.value);
    __md_set(key, picked);
  });
  // What was picked in another tab, or on a page after this one, before the reader went back.
  addEventListener("storage", (event) => {
    if (event.key === __md_key(key, __md_scope)) pick(__md_get(key));
  });
  addEventListener("pageshow", ({ persisted }) => persisted && pick(__md_get(key)));

  // Before the first paint, so that nothing moves; and when instant navigation has put another page here.
  const loading = new MutationObserver(() => {
    show();
    loading.takeRecords(); // of its own changes
  });
  if (picked !== null) loading.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    loading.disconnect();
    show();
    window.document$?.subscribe(show);
  });
}
