// The finder compares what a reader types or pastes with the entries of the index below it, which are all there without
// this script. An entry is a `dt` with a link, what to do in a `dd`, and other words for it: in a second `dd` or, a line
// each, in `data-also`.

const FINDER = {
  parameter: "problem", // of the address; at `q` the theme opens its search
  length: 300, // of what stands there at most
  delay: 150, // milliseconds since the last key
  entries: 6,
  words: 0.2, // of those typed must be in an entry
  score: 0.3, // of the best one's
};
const STOP = new Set(
  (
    "a an and are as at be by do does for from has have how i if in is it its me my of on or so than that the then this " +
    "to was what when why with you your"
  ).split(" "),
);
const tokens = (text) =>
  essence(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
const counts = (word) => word.length > 1 && !STOP.has(word);

function entry(term) {
  const [remedy, also] = [term.nextElementSibling, term.nextElementSibling.nextElementSibling];
  const said = also?.matches("dd") ? also.textContent.replace("Also:", "").split(";") : [];
  const texts = (term.dataset.also ?? "").split("\n").filter(Boolean);
  return { term, remedy, texts, words: [term.textContent, ...said, ...texts] };
}

function index(MiniSearch) {
  const search = new MiniSearch({
    fields: ["text"],
    storeFields: ["entry", "text"],
    tokenize: tokens,
    processTerm: (word) => counts(word) && word,
    searchOptions: {
      fuzzy: (word) => word.length > 4 && 0.2,
      prefix: (word) => word.length > 2,
      weights: { fuzzy: 0.4, prefix: 0.7 },
    },
  });
  const terms = document.querySelectorAll("dl:not(.finder dl) > dt");
  for (const [number, one] of Array.from(terms, entry).entries())
    search.addAll(one.words.map((text, at) => ({ id: `${number}.${at}`, text, entry: one })));
  return search;
}

async function find(finder) {
  const { default: MiniSearch } = await import("./run/runtime/minisearch.js");
  let search; // a phone takes its time over the index: it is made for those who use it
  const prepare = () => (search ??= index(MiniSearch));

  const [box, status, list, more] = ["textarea", "[role=status]", "dl", ".finder-more"].map((part) =>
    finder.querySelector(part),
  );

  function update() {
    const words = new Set(tokens(box.value).filter(counts));
    const found = words.size ? prepare().search(box.value) : [];
    const results = found.filter(
      ({ queryTerms, score }, _, [best]) =>
        queryTerms.length >= FINDER.words * words.size && score >= FINDER.score * best.score,
    );
    const entries = new Map(); // each with the best of its texts
    for (const { entry, text } of results) if (!entries.has(entry)) entries.set(entry, text);
    const shown = [...entries].slice(0, FINDER.entries);
    list.replaceChildren(...shown.flatMap(([entry, text]) => show(entry, text)));
    more.hidden = !words.size;
    status.textContent = !words.size ? "" : says(shown.length);
    list.ariaBusy = "false";
  }

  function share() {
    const url = new URL(location);
    const text = box.value.trim();
    url.searchParams.delete(FINDER.parameter);
    if (text)
      url.searchParams.set(
        FINDER.parameter,
        text.length > FINDER.length ? essence(text).slice(0, FINDER.length) : text,
      );
    history.replaceState(history.state, "", url);
  }

  let timer;
  box.addEventListener("focus", prepare, { once: true });
  box.addEventListener("input", () => {
    list.ariaBusy = "true";
    clearTimeout(timer);
    timer = setTimeout(() => {
      update();
      share();
    }, FINDER.delay);
  });
  more.querySelector("button").addEventListener("click", () => {
    const query = document.querySelector("[data-md-component=search-query]");
    query.value = essence(box.value);
    query.focus();
  });
  box.value = new URLSearchParams(location.search).get(FINDER.parameter) ?? "";
  update();
  finder.hidden = false;
}

const says = (count) => (count === 0 ? "Nothing found." : count === 1 ? "1 match:" : `${count} matches, best first:`);

function show({ term, remedy, texts }, text) {
  const parts = [term, remedy].map((part) => part.cloneNode(true));
  delete parts[0].dataset.also;
  if (texts.includes(text))
    parts.push(
      Object.assign(document.createElement("dd"), {
        className: "finder-text",
        textContent: text.replace(/^\d/, "Streamlit $&"),
      }),
    );
  return parts;
}

document$.subscribe(() => {
  const finder = document.querySelector(".finder");
  if (finder) find(finder);
});
