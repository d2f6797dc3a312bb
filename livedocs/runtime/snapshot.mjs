// Saves the memory of a Python that has imported what an app needs, for a reader's browser to start from:
// `node snapshot.mjs <pyodide> <site.zip> <snapshot> <build>`. Pyodide's folder and the archive are those of the reader.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, site, snapshot] = process.argv.slice(2, 5).map((path) => resolve(path));
const build = process.argv[5];
// The same bytes whenever and wherever it is made: no time is in them, no path, and no random numbers.
Date.now = performance.now = () => 0;
crypto.getRandomValues = (array) => array.fill(0);
const env = { PYTHONHASHSEED: "0" };

const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env, _sysExecutable: "./this.program", _makeSnapshot: true });
pyodide.FS.writeFile("/lib/site.zip", readFileSync(site));
pyodide.runPython(readFileSync(new URL("snapshot.py", import.meta.url), "utf-8"));
// `worker.js` takes no other build's.
writeFileSync(snapshot, gzipSync(Buffer.concat([pyodide.makeMemorySnapshot(), Buffer.from(build)]), { level: 9 }));
