// The Python of a page or, as a shared worker, of all pages. Each frame gets a session of its app.

// Its address names the folders with all that Python is, whose own names change with what is in them.
const folder = (name) => new URL(`runtime/${new URLSearchParams(location.search).get(name)}/`, import.meta.url).href;
const PYODIDE = folder("pyodide");
const PACKAGES = folder("python"); // a version of Streamlit, and what it imports
const SITE = `${PACKAGES}site.zip`;
const LIBRARY = `${PYODIDE}python_stdlib.zip`;
const PATIENCE = 10_000; // milliseconds for a frame to load another document
const QUICK = 200; // milliseconds, in which a cache sends a file
const PAUSE = 250; // milliseconds between two messages about what has arrived
const EIO = 29; // Emscripten's number for an input/output error
const waiting = new Set(); // the frames that are told how the start goes on
let starting; // a promise of `appserver.py`
let pyodide;
let step;

if ("onconnect" in self) self.onconnect = ({ ports: [page] }) => attend(page);
else attend(self);

// A page says when it is likely to have an app, asks now and then whether Python still answers, and sends the ports of its frames.
function attend(page) {
  page.postMessage("loaded");
  page.onmessage = ({ data, ports: [frame] }) => {
    if (data.sizes) wake(data.sizes);
    else if (frame) serve(frame);
    else
      starting?.then(
        () => page.postMessage(isAlive() ? "pong" : "dead"),
        () => {},
      );
  };
}

function wake(sizes) {
  known ??= sizes;
  starting ??= start();
  starting.catch(() => (starting = undefined)); // the next one tries again
  return starting;
}

// After a fatal error, such as a stack overflow in WebAssembly, Pyodide answers nothing any more.
function isAlive() {
  try {
    return Boolean(pyodide.runPython);
  } catch {
    return false;
  }
}

async function start() {
  pyodide = await attempt(startFromSnapshot).catch(() => attempt(startPlain));
  tell("streamlit");
  await new Promise((resume) => setTimeout(resume)); // else the frames hear of it when it is over
  const appserver = pyodide.pyimport("appserver");
  appserver.wake();
  step = undefined;
  return appserver;
}

// What a start that fails has asked for and does not read would keep its connections: a browser has six to a host.
async function attempt(start) {
  const control = new AbortController();
  ({ signal } = control);
  arrived.clear();
  tell("python");
  try {
    return await start();
  } catch (error) {
    control.abort();
    throw error;
  }
}
let signal;
const ask = self.fetch;
self.fetch = async (what, options) => {
  const url = instead[what] ?? what;
  const response = await ask(url, { signal, ...options });
  follow(url, response).catch(() => {}); // what fails is said elsewhere
  return response;
};
let instead;

let known; // by name of a file: how many bytes it has, and how many of them a server sends
const arrived = new Map(); // by name of a file: which part of it
let reported = 0; // when

// Counts what arrives of a file, unless a cache has it. It reads a copy: a browser may keep compiled code with the
// response itself.
async function follow(url, response) {
  const name = url.slice(url.lastIndexOf("/") + 1);
  if (!response.ok || !known?.[name]) return;
  const complete = () => performance.getEntriesByName(url).length;
  const before = complete();
  const copy = response.clone().body.getReader();
  await new Promise((resume) => setTimeout(resume, QUICK));
  if (name === "snapshot.wasm") arrived.set("pyodide.asm.js", 1); // which has asked for it
  if (complete() > before) {
    arrived.set(name, 1);
    return copy.cancel();
  }
  for (let bytes = 0, part = await copy.read(); !part.done; part = await copy.read()) {
    bytes += part.value.length;
    arrived.set(name, bytes / known[name][0]);
    report();
  }
}

function report() {
  const sum = (part) => Object.entries(known).reduce((all, [name, [, sent]]) => all + sent * part(name), 0);
  const total = sum(() => 1);
  const loaded = sum((name) => arrived.get(name) ?? 0);
  if (loaded < total && performance.now() - reported < PAUSE) return;
  reported = performance.now();
  for (const frame of waiting) frame.postMessage({ type: "progress", loaded, total });
}

// Python as it was once it had imported what an app needs. Few apps import more: only then the archives are loaded.
async function startFromSnapshot() {
  // The one without the data that the snapshot has as well.
  instead = { [`${PYODIDE}pyodide.asm.wasm`]: `${PYODIDE}snapshot.wasm` };
  const snapshot = unpack(load(`${PACKAGES}snapshot.bin.zst`), load(`${PYODIDE}zstd.wasm`));
  const python = await loadPython({ stdLibURL: "data:,", _loadSnapshot: snapshot });
  place(python.FS, "/lib/python313.zip", LIBRARY);
  place(python.FS, "/lib/site.zip", SITE);
  return python;
}

async function startPlain() {
  instead = {};
  const site = load(SITE);
  const python = await loadPython({ stdLibURL: LIBRARY });
  python.FS.writeFile("/lib/site.zip", await site);
  python.runPython("import sys; sys.path.append('/lib/site.zip')");
  return python;
}

async function loadPython(options) {
  const { loadPyodide } = await import(`${PYODIDE}pyodide.mjs`);
  return Promise.race([loadPyodide({ indexURL: PYODIDE, ...options }), noWebAssembly()]);
}

// A quarter smaller than what browsers unpack by themselves, and not slower. What it returns is zstd's own memory, which
// is given back once Python has copied it.
async function unpack(loading, decoder) {
  const [packed, module] = await Promise.all([loading, decoder.then(WebAssembly.compile)]);
  const imports = { env: { emscripten_notify_memory_growth() {} } };
  const { exports: zstd } = new WebAssembly.Instance(module, imports);
  const from = zstd.malloc(packed.length);
  new Uint8Array(zstd.memory.buffer).set(packed, from);
  const length = Number(zstd.ZSTD_findDecompressedSize(from, packed.length));
  const to = zstd.malloc(length);
  if (zstd.ZSTD_decompress(to, length, from, packed.length) !== length) throw new Error("snapshot.bin.zst: damaged");
  return new Uint8Array(zstd.memory.buffer, to, length);
}

// Puts a file where Python looks for it, which is loaded when Python reads it.
function place(FS, path, url) {
  let content;
  const contents = () => (content ??= loadAtOnce(url) ?? fail(new FS.ErrnoError(EIO)));
  FS.writeFile(path, "");
  const { node } = FS.lookupPath(path);
  Object.defineProperties(node, { contents: { get: contents }, usedBytes: { get: () => contents().length } });
}

const fail = (error) => {
  throw error;
};

// Rejects when WebAssembly cannot be had: Pyodide would wait for ever where its own is missing or something else.
const noWebAssembly = () => new Promise((_, reject) => (refuse = reject));
let refuse;
for (const name of ["instantiate", "instantiateStreaming"]) {
  const instantiate = WebAssembly[name];
  WebAssembly[name] = (...options) => {
    const instance = instantiate.apply(WebAssembly, options);
    instance.catch((error) => refuse(new Error(`pyodide.asm.wasm: ${error.message}`)));
    return instance;
  };
}

async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// What is not there by now Python waits for, and everything with it.
function loadAtOnce(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
    return request.status === 200 ? new Uint8Array(request.response) : undefined;
  } catch {
    return undefined; // offline
  }
}

function tell(next) {
  step = next;
  for (const frame of waiting) frame.postMessage({ type: "step", step });
}

const left = new Map(); // by session: what ends it if its frame, which loads another document, doesn't come back

function serve(frame) {
  let key;
  let session;
  let turn = Promise.resolve();
  const answers = {
    async open({ app }, kernel) {
      if (step) frame.postMessage({ type: "step", step });
      waiting.add(frame);
      const { App } = await wake();
      waiting.delete(frame);
      frame.postMessage({ type: "step", step: "app" });
      const ends = {
        origin: location.origin,
        send: ({ buffer }) => kernel.postMessage(buffer, [buffer]),
        print: (text) => frame.postMessage({ type: "output", text }),
      };
      key = app.session;
      session = await App.open(app.id, app.entrypoint, app.files, ends);
      speak(kernel, session);
      await takeUp(key)?.end(); // not earlier: an app ends with its last session
    },
    update: ({ files }) => session.app.write(files),
    leave() {
      left.set(key, { end: answers.close, timer: setTimeout(() => takeUp(key)?.end(), PATIENCE) });
    },
    async close() {
      const before = session;
      session = undefined;
      await before?.app.end(before);
    },
  };
  frame.onmessage = ({ data, ports: [kernel] }) => {
    turn = turn
      .then(() => answers[data.type](data, kernel))
      .catch((error) => frame.postMessage({ type: "error", message: error.message }));
  };
  // The frame is gone, and could not say so.
  frame.onclose = () => (turn = turn.then(() => left.get(key)?.end === answers.close || answers.close()));
}

function takeUp(key) {
  const before = left.get(key);
  clearTimeout(before?.timer);
  left.delete(key);
  return before;
}

// What `network.js` asks for.
function speak(kernel, session) {
  async function answer({ connect, payload, request }) {
    if (connect) {
      await session.connect();
      return {};
    }
    if (payload) return session.receive(payload);
    const { method, path, headers, body } = request;
    const [status, names, bytes] = (await session.answer(method, path, headers, body)).toJs();
    return { status, headers: names, body: bytes };
  }
  kernel.onmessage = async ({ data, ports: [reply] }) => {
    try {
      const said = await answer(data);
      reply?.postMessage(said);
    } catch (error) {
      reply?.postMessage({ error: error.message });
    }
  };
}
