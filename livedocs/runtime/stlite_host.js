// Pages of stlite in frames of this document. Their Pythons stay loaded, because a page needs seconds to load one:
// a frame that asks for a worker gets one that an earlier frame had, with nothing of the earlier app in it.

const PATIENCE = 5000; // milliseconds to end what an app runs; a script that never ends is ended with its Python
const idle = [];
const { mirror } = Object.fromEntries(new URLSearchParams(location.search));
const CLEAN = await (await fetch("stlite_clean.py")).text();

/** Send a worker a message and wait for its reply. */
function ask(worker, message) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(message, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(!data.error || console.error(data.error));
    setTimeout(resolve, PATIENCE, false);
  });
}

/** What a frame takes for a worker: stlite posts it messages and listens to its messages. */
class Python {
  constructor(url, options) {
    const worker = idle.pop();
    if (worker) this.reuse(worker, url, options);
    else this.start(url, options);
  }

  async reuse(worker, url, options) {
    worker.onmessage = null;
    if (await ask(worker, { type: "run_python", data: { code: CLEAN } })) {
      this.use(worker);
      this.onmessage({ data: { type: "event:envSetup" }, ports: [] });
    } else {
      worker.terminate();
      this.start(url, options);
    }
  }

  start(url, options) {
    this.use(new Worker(url, options));
  }

  use(worker) {
    this.worker = worker;
    worker.onmessage = (event) => this.onmessage(event);
  }

  postMessage(message, ports) {
    if (message.type === "initData") message.data.pyodideUrl = mirror;
    this.worker.postMessage(message, ports);
  }

  terminate() {
    if (this.worker) idle.push(this.worker);
    this.worker = undefined;
  }
}

const pythons = new Map(); // by frame

/** Show a page, and return when its frame has loaded. */
window.show = (url) =>
  new Promise((resolve) => {
    const frame = Object.assign(document.createElement("iframe"), { src: url, onload: resolve });
    document.body.append(frame);
  });

/** The worker of a frame's document: a frame that reloads has another one. */
window.python = (frame, url, options) => {
  pythons.get(frame)?.terminate();
  pythons.set(frame, new Python(url, options));
  return pythons.get(frame);
};

/** Remove all frames. */
window.clear = () => {
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
  for (const python of pythons.values()) python.terminate();
  pythons.clear();
};
