// Writes the memory of a Python that has imported what an app needs, for a reader's browser to start from:
// `node snapshot.mjs <folder>`, the folder with Pyodide and the archive that the reader loads.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [folder] = process.argv.slice(2);
// The same bytes whenever and wherever it is made: no time is in them, no path, and no random numbers.
Date.now = performance.now = () => 0;
crypto.getRandomValues = (array) => array.fill(0);
const env = { PYTHONHASHSEED: "0" };

const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env, _sysExecutable: "./this.program", _makeSnapshot: true });
pyodide.FS.writeFile("/lib/site.zip", readFileSync(`${folder}/site.zip`));
pyodide.runPython(readFileSync(new URL("snapshot.py", import.meta.url), "utf-8"));
process.stdout.write(gzipSync(pyodide.makeMemorySnapshot(), { level: 9 }));
