// The ranking of the search: BM25 over the site's sections, and over the words that people use for them.
// `livedocs/site/sections.py` writes the sections.

export const RANK = {
  boost: { title: 2, also: 2, seen: 1, says: 1, code: 0.5 },
  wording: 3, // what the best of a section's wordings counts, compared with its text
  synonym: 0.25, // what a synonym of a word counts
  whole: 1, // how much it counts that a question has all words of a wording
  cover: 0.25, // how much it counts that a section has all of the words
  bm25: { k: 1.2, b: 0.9, d: 0 },
  results: 20,
  chunk: 40, // sections at a time go into the index
  known: 12, // the score, compared with the weight of the question, from which the site has an answer
};

// How the fix of a common mistake begins.
const FIX = "Fix. ";

// Words that say nothing about the subject of a question.
const STOP = new Set(
  (
    "a an and any anyone are as at be been but by can could did do does doing don even ever for from had has have he help " +
    "her here hi how i if in into is it its just like me mine my of on or our please really she should so some somehow " +
    "something than thanks that the their them then there these they this those to too try trying us very want wants " +
    "was way we were what when where which while who why will with would you your im ive using use used"
  ).split(" "),
);

// Each word of a group finds the others.
const GROUPS = [
  "reload refresh f5",
  "rerun refresh rerender",
  "store save keep persist remember retain preserve",
  "lose lost forget disappear vanish gone reset",
  "clear reset empty",
  "dropdown selectbox",
  "textbox text_input",
  "popup modal dialog",
  "login logout auth sign",
  "user session visitor",
  "late delay behind lag",
  "twice double second two",
  "url query link",
  "exception error",
  "hide hidden conditional",
  "delete remove",
  "default initial",
  "render show display",
  "change update modify",
  "stuck hang freeze block",
  "thread background async",
  "global shared",
];

// What readers paste, without what differs from app to app: the frames of a traceback with the code below each, also
// where the box has made one line of all; what it begins with; paths, quoted names, and numbers.
const FRAMES = /^[ \t]*File ".*(\n[ \t]+.*)*|File "[^"]*", line \d+, in \S+/gm;
const BEGINNING = /Traceback \(most recent call last\):?|Traceback:/g;
const RAISED = /^.*\s(?=(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Warning|ElementId|ElementKey|WidgetID): )/;
const VARIABLE = /\S*(?:[/\\][\w.-]+){2,}\S*|\S+\.py\b\S*|(["'])[^\s"']+\1|\b\d[\d.:,-]*\b/g;

const PLACES = /File ".*|Traceback:/g;

export function essence(text) {
  const frames = text.match(FRAMES);
  let told = text.replace(FRAMES, " ").replace(BEGINNING, " ");
  if (frames && !text.includes("\n")) told = told.replace(RAISED, "");
  told = told.replace(VARIABLE, " ").replace(/\s+/g, " ").trim();
  return told || text.replace(PLACES, " ").trim(); // a traceback without its message has at least code
}

// English endings. A name such as `on_change` stays whole.
const stems = new Map();
function stem(word) {
  if (!stems.has(word)) stems.set(word, withoutEnding(word));
  return stems.get(word);
}

function withoutEnding(word) {
  if (word.length < 4 || /[_\d]/.test(word)) return word;
  return word
    .replace(/(?<=[a-z]{3})is(?=e[sd]?$|ing$|ation)/, "iz")
    .replace(/(?<=..)ie[sd]$/, "y")
    .replace(/(?<=[^suie])s$|(?<=[^aeiou]e|[aeiou][^aeiou]e|ue)s$/, "")
    .replace(/(?<=[aeiouy].*)(?:ing|ed)$/, "")
    .replace(/([bdgmnprt])\1$/, "$1")
    .replace(/(?<=..)e$/, "");
}

const SYNONYMS = new Map();
for (const group of GROUPS.map((words) => words.split(" ").map(stem)))
  for (const word of group)
    SYNONYMS.set(word, [...(SYNONYMS.get(word) ?? []), ...group.filter((other) => other !== word)]);

// A name is found as a whole and by its parts: `on_change` and DuplicateWidgetID.
function terms(text) {
  const found = [];
  for (const [name] of text.replaceAll("’", "'").matchAll(/[\p{L}\p{N}_]+(?:'[a-z]+)?/gu)) {
    const word = name.toLowerCase();
    const parts = name.split(/_+|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
    if (parts.length > 1) found.push(word.replace(/^_+/, ""), ...parts.map((part) => part.toLowerCase()));
    else found.push(word.replace(/'\w+$/, "").replace(/^_+/, ""));
  }
  return found.filter((word) => word.length > 1 && !STOP.has(word)).map(stem);
}

// The documents are terms already, so that no text is taken apart twice.
function index(MiniSearch, fields) {
  return new MiniSearch({
    fields,
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
    searchOptions: { boost: RANK.boost, bm25: RANK.bm25 },
  });
}

// Takes the class MiniSearch and the sections, and returns a function that answers a question.
export async function finder(MiniSearch, sections) {
  const bySection = index(MiniSearch, Object.keys(RANK.boost));
  const byWording = index(MiniSearch, ["text"]);
  const wordings = new Map(); // the text and the terms of each by its ID, which begins with the number of its section
  const frequency = new Map(); // the number of sections that have a term
  for (const [id, { title, also = [], symptoms = [], seen = [], says = [], code = [] }] of sections.entries()) {
    if (id % RANK.chunk === 0) await new Promise((done) => setTimeout(done)); // the page has other things to do, too
    const asked = [...also, ...symptoms.flatMap((symptom) => [symptom.title, ...(symptom.also ?? [])])];
    const fields = { title: [title], also: asked, seen, says, code };
    const found = Object.entries(fields).map(([name, texts]) => [name, texts.map(terms)]);
    const { title: titles, also: asks, seen: errors } = Object.fromEntries(found);
    const said = [...titles, ...asks, ...errors].map((found, at) => [[title, ...asked, ...seen][at], found]);
    for (const [at, [text, found]] of said.entries()) {
      wordings.set(`${id}.${at}`, { text, terms: [...new Set(found)] });
      byWording.add({ id: `${id}.${at}`, text: found.join(" ") });
    }
    bySection.add(Object.fromEntries([["id", id], ...found.map(([name, found]) => [name, found.flat().join(" ")])]));
    for (const term of new Set(found.flatMap(([, found]) => found.flat())))
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const weight = (term) => Math.log(1 + sections.length / ((frequency.get(term) ?? 0) + 0.5));
  const sum = (terms) => terms.reduce((total, term) => total + weight(term), 0);

  // Returns the sections with their scores, the best first, and whether the site seems to have an answer.
  return function ask(text) {
    const asked = [...new Set(terms(essence(text)))];
    const words = new Map(asked.map((term) => [term, 1]));
    for (const term of asked)
      for (const other of SYNONYMS.get(term) ?? []) if (!words.has(other)) words.set(other, RANK.synonym);
    const query = [...words.keys()];
    if (!query.length) return { results: [], answered: true, asked: false };
    const options = {
      tokenize: () => query,
      boostTerm: (term) => words.get(term) ?? 1,
      fuzzy: (term) => term.length > 4 && !/_/.test(term) && !frequency.has(term) && 0.25,
      prefix: (term) => term.length > 3 && !frequency.has(term),
    };
    const best = new Map(); // of each section its wordings, the best first
    for (const { id, score, terms: found } of byWording.search(text, options)) {
      const section = Number(id.split(".")[0]);
      const whole = Math.min(1, sum(found) / sum(wordings.get(id).terms));
      if (!best.has(section)) best.set(section, []);
      best.get(section).push({ score: score * whole ** RANK.whole, text: wordings.get(id).text });
    }
    for (const said of best.values()) said.sort((one, other) => other.score - one.score);
    const results = bySection
      .search(text, options)
      .map(({ id, score, queryTerms }) => {
        const share = sum(asked.filter((term) => queryTerms.includes(term))) / sum(asked);
        const said = best.get(id) ?? [];
        const both = score + RANK.wording * (said[0]?.score ?? 0);
        return {
          section: sections[id],
          said: said.map(({ text }) => text),
          share,
          score: both * share ** RANK.cover,
        };
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, RANK.results);
    const answered = (results[0]?.score ?? 0) >= RANK.known * sum(asked);
    return { results: results.map((result) => present(result, query, sum)), answered, asked: true };
  };
}

// What a reader sees of a section: the symptom with its fix, the cause and the fix of an error, or the sentence that has
// most of the words.
function present({ section: { at, page, title, says = [], symptoms = [], seen = [] }, said }, query, sum) {
  const symptom = symptoms.find((one) => [one.title, ...(one.also ?? [])].includes(said[0]));
  if (symptom)
    return { at, page: title === page ? page : `${page} › ${title}`, title: symptom.title, text: symptom.fix };
  const fix = says.find((sentence) => sentence.startsWith(FIX))?.slice(FIX.length);
  if (seen.length) {
    const wording = said.find((text) => seen.includes(text));
    return { at, page, title, text: fix ?? says.slice(0, 2).join(" "), wording };
  }
  if (fix) return { at, page, title, text: fix };
  const value = (sentence, place) => {
    const words = new Set(terms(sentence));
    return sum(query.filter((term) => words.has(term))) / (words.size + 8) ** 0.5 - place / 1e3;
  };
  const [text] = says.map((sentence, place) => [sentence, value(sentence, place)]).sort((a, b) => b[1] - a[1])[0] ?? [
    "",
  ];
  return { at, page, title, text };
}
