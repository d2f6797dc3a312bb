// Live Streamlit apps for a page. They run in one Python, which all pages and tabs of the site share.

import build from "./runtime/build.js";

const PATIENCE = 15_000; // milliseconds, more than a loop in a script has
const apps = new Set();
let python;
let restarts = 0;

const resolve = (path) => new URL(path, import.meta.url).href;

/**
 * An app in an iframe, which is `frame`: put that into the page. Events, with these in their `detail`:
 *
 * - `step`: `step` is "python", "streamlit", "app", "run" and at last "ready"; what is done already is left out
 * - `run`: `state` is Streamlit's own word for what the script does: "running", "notRunning", ...
 * - `height`: `height` is what the app needs, in pixels
 * - `output`: `text` is what the server prints: output of the script, messages of its log
 * - `error`: `message` says why the app cannot start
 * - `silent`: Python does not answer, so a script is likely to do what does not end; `answers`: it does again
 */
export class LiveApp extends EventTarget {
  /**
   * `id` names the app: with the same one, this is another session of the same app.
   * `files` are texts by path, `entrypoint` is one of the paths, `palette` is "light" or "dark".
   */
  constructor({ id, files, entrypoint, palette = "light", title = "Streamlit app" }) {
    super();
    this.app = { id, files, entrypoint, palette };
    this.frame = Object.assign(document.createElement("iframe"), { title, src: resolve("frame.html") });
    this.listener = ({ source, origin, data }) => {
      if (source === this.frame.contentWindow && origin === location.origin && data?.type === "hello") this.start();
    };
    addEventListener("message", this.listener);
    apps.add(this);
  }

  start() {
    if (!this.frame.isConnected) return this.close(); // the page has dropped it
    python ??= startPython();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.port.onmessage = ({ data }) => this.emit(data);
    const message = { type: "start", app: this.app };
    this.frame.contentWindow.postMessage(message, location.origin, [port2, python.connect()]);
  }

  emit(detail) {
    this.dispatchEvent(new CustomEvent(detail.type, { detail }));
  }

  /** Write these files and run the app again, for all its sessions. */
  update(files) {
    Object.assign(this.app.files, files);
    this.port?.postMessage({ type: "update", files });
  }

  /** Begin a new session, as reloading a page does. */
  restart() {
    this.port?.postMessage({ type: "restart" });
  }

  set palette(palette) {
    this.app.palette = palette;
    this.port?.postMessage({ type: "palette", palette });
  }

  /** End the session and take the iframe out of the page. */
  close() {
    apps.delete(this);
    removeEventListener("message", this.listener);
    this.frame.remove();
  }
}

/** Stop Python, whatever it does, and start the apps of this page in a new one. */
export function restartPython() {
  python?.stop();
  python = undefined;
  restarts += 1;
  for (const app of apps) app.start();
}

function startPython() {
  const { worker, end } = startWorker(resolve(`worker.js?${build}`));
  let asked = 0; // when it was asked for the sign of life that is due
  let answered = false; // not before Python has started
  let silent = false;
  worker.onmessage = () => {
    if (silent) for (const app of apps) app.emit({ type: "answers" });
    [asked, answered, silent] = [0, true, false];
  };
  const watch = setInterval(() => {
    if (!asked) {
      asked = Date.now();
      worker.postMessage("ping");
    } else if (answered && !silent && Date.now() - asked > PATIENCE) {
      silent = true;
      for (const app of apps) app.emit({ type: "silent" });
    }
  }, 1000);
  return {
    connect() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage("frame", [port1]);
      return port2;
    },
    stop() {
      clearInterval(watch);
      end();
    },
  };
}

function startWorker(url) {
  if (!window.SharedWorker) {
    const worker = new Worker(url, { type: "module" });
    return { worker, end: () => worker.terminate() };
  }
  // A shared worker lives as long as a document that asked for it: one of its own can be removed to end it.
  const owner = document.documentElement.appendChild(document.createElement("iframe"));
  owner.hidden = true;
  const options = { type: "module", name: `python ${restarts}` };
  return { worker: new owner.contentWindow.SharedWorker(url, options).port, end: () => owner.remove() };
}
