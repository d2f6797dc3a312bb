// What readers paste, without what differs from app to app: for the finder and for the worker of the search.

// The frames of a traceback, a line of code below each, also where the search's box has made one line of all.
const FRAMES = /^[ \t]*File ".*(\n[ \t]+.*)*|File "[^"]*", line \d+, in \S+/gm;
// What a traceback begins with, and one line of it ends with: a class, before the message.
const BEGINNING = /Traceback \(most recent call last\):?|Traceback:/g;
const RAISED = /^.*\s(?=(?:\w+\.)*[A-Z]\w*(?:Error|Exception|Warning|ElementId|ElementKey|WidgetID): )/;
const PATHS = /\S*(?:[/\\][\w.-]+){2,}\S*|\S+\.py\b\S*/g;
const NAMES = /(["'])[^\s"']+\1/g;
const NUMBERS = /\b\d[\d.:,-]*\b/g;

// biome-ignore lint/correctness/noUnusedVariables: the two scripts that load this one use it
function essence(text) {
  const frames = text.match(FRAMES);
  let told = text.replace(FRAMES, " ").replace(BEGINNING, " ");
  if (frames && !text.includes("\n")) told = told.replace(RAISED, "");
  for (const different of [PATHS, NAMES, NUMBERS]) told = told.replace(different, " ");
  return told.replace(/\s+/g, " ").trim();
}
