// Streamlit apps in a page. They run in one Python, which all pages and tabs of the site share.

// With the query of this module: another try to load it is another try to load what it needs.
const { build, pyodide, versions } = await import(`./runtime/build.js${new URL(import.meta.url).search}`);

const PATIENCE = 15; // seconds, more than a loop in a script has
const LOADING = 30; // seconds, more than the two small files of a worker take
const apps = new Set();
const pythons = new Map(); // by version of Streamlit
const generations = new Map(); // of the Pythons that the tabs share: another number is another Python

/** The versions of Streamlit that an app can run on, the newest first. */
export const streamlits = Object.keys(versions);

const resolve = (path) => new URL(path, import.meta.url).href;

/** What this browser lacks to run Python, if anything. */
export function missing() {
  if (typeof WebAssembly !== "object") return "WebAssembly";
  if (!window.Worker) return "web workers";
}

/** Start Python and load what a frame does, before there is an app. */
export function warmUp(version = streamlits[0]) {
  if (pythons.has(version)) return;
  startPython(version);
  const { page, frontEnd } = versions[version];
  const files = ["frame.css", "frame.js", "network.js", ...[page, ...frontEnd].map((name) => `runtime/${name}`)];
  for (const path of files) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: resolve(path) }));
  }
}

/**
 * An app in an iframe, which is `frame`: put that into the page. Events, with these in their `detail`:
 *
 * - `step`: `step` is "python", "streamlit", "app", "run" and at last "ready"; what is done already is left out
 * - `progress`: `loaded` and `total` are bytes of Python; what comes from a cache is not reported
 * - `run`: `state` is Streamlit's own word for what the script does: "running", "notRunning", ...
 * - `height`: `height` is what the app needs, in pixels
 * - `output`: `text` is what the server prints: output of the script, messages of its log
 * - `error`: `message` says why the app cannot start
 * - `lost`: a part of the front end has not arrived; a restart asks for it again
 * - `silent`: Python does not answer, so a script is likely to do what does not end; `answers`: it does again
 */
export class PageApp extends EventTarget {
  /**
   * `id` names the app: with the same one, this is another session of the same app.
   * `files` are texts by path, `entrypoint` is one of the paths, `palette` is "light" or "dark".
   * `version` is one of `streamlits`.
   */
  constructor({ id, files, entrypoint, palette = "light", title = "Streamlit app", version = streamlits[0] }) {
    super();
    this.version = version;
    this.url = resolve(`runtime/${versions[version].page}`);
    this.app = { id, files, entrypoint, palette, session: crypto.randomUUID() };
    pythonOf(version); // starts at the same time as the frame
    this.frame = Object.assign(document.createElement("iframe"), { title, src: this.url });
    this.listener = ({ source, origin, data }) => {
      if (source === this.frame.contentWindow && origin === location.origin && data?.type === "hello") this.start();
    };
    addEventListener("message", this.listener);
    // The scripts of a frame have run by now: one that has not said hello is another page, or misses a script.
    this.frame.onload = () =>
      setTimeout(() => this.port ?? this.emit({ type: "error", message: `${this.url} couldn't be loaded` }));
    apps.add(this);
  }

  start() {
    if (!this.frame.isConnected) return this.close(); // the page has dropped it
    const python = pythonOf(this.version);
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.lost = false;
    this.port.onmessage = ({ data }) => {
      this.lost ||= data.type === "lost";
      // A Python that has crashed still takes an app, and either fails or never answers.
      const fails = python.silent && (data.type === "error" || data.step === "app");
      this.emit(fails ? { type: "silent" } : data);
    };
    const message = { type: "start", app: this.app };
    this.frame.contentWindow.postMessage(message, location.origin, [port2, python.connect()]);
    this.hear();
  }

  emit(detail) {
    this.dispatchEvent(new CustomEvent(detail.type, { detail }));
  }

  // Python has told the apps that were there when it fell silent.
  hear() {
    if (pythons.get(this.version)?.silent) this.emit({ type: "silent" });
  }

  /** Write these files and run the app again, for all its sessions. */
  update(files) {
    Object.assign(this.app.files, files);
    this.port?.postMessage({ type: "update", files });
  }

  /** Begin a new session, as reloading a page does, also after an error; `page` is in the address of the app's page. */
  restart(page = "") {
    this.app.page = page;
    if (this.port && !this.lost) this.port.postMessage({ type: "restart" });
    else this.frame.src = this.url;
    this.hear();
  }

  set palette(palette) {
    this.app.palette = palette;
    this.port?.postMessage({ type: "palette", palette });
  }

  /** End the session and take the iframe out of the page; a Python that has not started yet is not needed then. */
  close() {
    apps.delete(this);
    removeEventListener("message", this.listener);
    this.frame.remove();
    const needed = [...apps].some(({ version }) => version === this.version);
    if (!needed && !pythons.get(this.version)?.started) stopPython(this.version);
  }
}

/** Stop a Python, whatever it does, and start its apps in this page in a new one. */
export function restartPython(version = streamlits[0]) {
  stopPython(version);
  for (const app of apps) if (app.version === version) app.frame.src = app.url;
}

/** Which Pythons the apps of this page run in: with them, those of another tab can `join` these. */
export const generationsOfPython = () => generations;

/** Run the apps of this page in the Pythons of another tab. */
export function join(others) {
  for (const [version, generation] of others) generations.set(version, generation);
}

function pythonOf(version) {
  return pythons.get(version) ?? startPython(version);
}

function stopPython(version) {
  if (!pythons.has(version)) return;
  pythons.get(version).stop();
  pythons.delete(version);
  generations.set(version, Math.random()); // one that is being stopped may still be had by its name
}

function startPython(version) {
  // Each Python takes much memory: no other one is kept that no app needs.
  const inUse = new Set(Array.from(apps, (app) => app.version));
  for (const other of pythons.keys()) if (!inUse.has(other)) stopPython(other);
  const page = { started: false, silent: false };
  pythons.set(version, page);
  const emit = (detail) => {
    for (const app of apps) if (app.version === version) app.emit(detail);
  };
  let waited = 0; // how often the page has waited for a sign of life: a clock may be set, and a computer sleep
  let loaded = false;

  const fail = () => {
    if (pythons.get(version) !== page || page.started) return;
    stopPython(version);
    emit({ type: "error", message: `${url} couldn't be loaded` });
  };
  const url = resolve(`worker.js?build=${build}&pyodide=${pyodide}&python=${versions[version].python}`);
  const { worker, end } = startWorker(url, generations.get(version) ?? 0, fail);
  worker.postMessage({ sizes: versions[version].sizes });
  worker.onmessage = ({ data }) => {
    loaded = true;
    if (data === "loaded") return;
    if (data === "dead") return fallSilent();
    if (page.silent) emit({ type: "answers" });
    [waited, page.started, page.silent] = [0, true, false];
  };
  const fallSilent = () => {
    if (page.silent) return;
    page.silent = true;
    emit({ type: "silent" });
  };
  const watch = setInterval(() => {
    if (!waited) worker.postMessage("ping");
    if (waited > PATIENCE && page.started) fallSilent();
    if (waited > LOADING && !loaded) fail(); // on a busy machine Chromium may lose the event that says so
    waited += 1;
  }, 1000);

  page.connect = () => {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage("frame", [port1]);
    return port2;
  };
  page.stop = () => {
    clearInterval(watch);
    end();
  };
  return page;
}

function startWorker(url, generation, onerror) {
  if (!window.SharedWorker) {
    const worker = Object.assign(new Worker(url, { type: "module" }), { onerror });
    return { worker, end: () => worker.terminate() };
  }
  // A shared worker lives as long as a document that asked for it: one of its own can be removed to end it.
  const owner = document.documentElement.appendChild(document.createElement("iframe"));
  owner.hidden = true;
  const options = { type: "module", name: `python ${generation}` };
  const shared = Object.assign(new owner.contentWindow.SharedWorker(url, options), { onerror });
  return { worker: shared.port, end: () => owner.remove() };
}
