// The theme's search takes a query as one in lunr's language: a colon names a field, a quotation mark demands a word.
// Here readers paste errors and describe what they see. This worker gives the theme's own, which the address names,
// the words that count, as far as all their forms share them: it looks for what begins so.

importScripts("pasted.js");

const SETUP = 0,
  QUERY = 2; // as the theme numbers its messages

const ALSO = /<p>Also asked as: (.*?)<\/p>/;

function query(text) {
  const words = essence(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const counted = words.filter((word) => word.length > 2 && lunr.stopWordFilter(word));
  return [...new Set(counted.map(stem))].join(" ");
}

function stem(word) {
  const found = lunr.stemmer(new lunr.Token(word)).toString();
  return word.startsWith(found) ? found : word;
}

// Other words for a section, which `livedocs/claims.py` puts below it, are worth as much as its title. A section answers,
// its page leads there, and so do lists of links.
function prepare({ config, docs }) {
  config.fields.title = config.fields.also = { boost: 8 };
  for (const doc of docs) {
    doc.also = doc.text.match(ALSO)?.[1];
    doc.text = doc.text.replace(ALSO, "");
    doc.boost = !doc.location.includes("#") ? 0.3 : !doc.also && /#(in-short|see-also)$/.test(doc.location) ? 0.5 : 1;
  }
}

// Before the theme's own listener.
addEventListener("message", ({ data }) => {
  if (data.type === QUERY) data.data = query(data.data);
  if (data.type === SETUP) prepare(data.data);
});

importScripts(`javascripts/workers/${location.search.slice(1)}`);
