// Runs the cases of `turns_cases.py` in Pyodide: `node --experimental-wasm-jspi turns.mjs <repository> <mode> <case>...`
// Python's threads are replaced before a snapshot of its memory is made, and the cases run after it has been loaded.
// Modes: `jspi`; `plain`, without JSPI after the snapshot; `old`, without JSPI before it.
// Each line of the output is a JSON object with the name of a case and its error.

import { readdirSync, readFileSync } from "node:fs";

const [root, mode, ...cases] = process.argv.slice(2);
const { loadPyodide } = await import(`${root}/node_modules/pyodide/pyodide.mjs`);
const indexURL = `${root}/node_modules/pyodide/`;
const site = `${root}/livedocs/runtime/site`;
const files = readdirSync(site).filter((name) => name.startsWith("turns"));

function write(pyodide) {
  for (const name of files) {
    pyodide.FS.writeFile(`/lib/python3.13/site-packages/${name}`, readFileSync(`${site}/${name}`));
  }
  pyodide.FS.mkdirTree("/apps/cases");
  pyodide.FS.writeFile("/apps/cases/turns_cases.py", readFileSync(new URL("turns_cases.py", import.meta.url)));
}

const { Suspending, promising } = WebAssembly;
function enable(jspi) {
  if (jspi) {
    Object.assign(WebAssembly, { Suspending, promising });
  } else {
    delete WebAssembly.Suspending;
    delete WebAssembly.promising;
  }
}

enable(mode !== "old");
const first = await loadPyodide({ indexURL, _makeSnapshot: true });
write(first);
first.runPython(`
import sys
sys.path.append("/apps/cases")
import turns
turns.install("/apps/")
import turns_cases
`);
const snapshot = first.makeMemorySnapshot();
enable(mode !== "plain");
const pyodide = await loadPyodide({ indexURL, _loadSnapshot: snapshot });
write(pyodide);
pyodide.runPython("turns.detect()");
const run = pyodide.globals.get("turns_cases").run;
for (const name of cases) {
  const error = await Promise.race([
    run(name),
    new Promise((resolve) => setTimeout(resolve, 15_000, "did not end in 15 seconds")),
  ]);
  console.log(JSON.stringify({ name, error }));
}
process.exit();
