// What the front end of Streamlit asks its server for goes over a port to the page's Python: requests, and a WebSocket.

// Below the page's own address, these are the server's; the rest are files of the site.
const SERVER = /^\/(_stcore|component|media|healthz)(\/|$)/;
const base = location.pathname;
const { origin } = location;

let kernel; // the port
const waiting = []; // for it
let socket; // the one there is

/** Send everything over this port from now on. */
export function connect(port) {
  kernel = port;
  kernel.onmessage = ({ data }) => socket?.take(data);
  for (const resume of waiting.splice(0)) resume();
}

// The front end looks for its server in the folders above its address, too.
function server(url) {
  const { origin: from, pathname, search } = new URL(url, document.baseURI);
  if (from !== origin && !from.startsWith("ws")) return;
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
  if (path !== undefined && SERVER.test(path)) return path + search;
  if (pathname.includes("/_stcore/")) return ""; // no server is there
}

async function ask(message, transfer = []) {
  if (!kernel) await new Promise((resume) => waiting.push(resume));
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  kernel.postMessage(message, [port2, ...transfer]);
  const { error, ...rest } = await answer;
  if (error) throw new TypeError(error);
  return rest;
}

// Returns the status, the headers, and the bytes that the server answers.
async function request(path, method, headers, content) {
  if (!path) return { status: 404, headers: new Headers(), body: new Uint8Array() };
  const form = new Request("x:", { method: method === "GET" ? "POST" : method, body: content ?? undefined, headers });
  const body = new Uint8Array(await form.arrayBuffer()); // a form gets its boundary here
  const sent = { request: { method, path, headers: Object.fromEntries(form.headers), body } };
  const answer = await ask(sent, [body.buffer]);
  return { ...answer, headers: new Headers(answer.headers) };
}

// A download goes by an address that only Python knows.
const { click } = HTMLAnchorElement.prototype;
HTMLAnchorElement.prototype.click = async function () {
  const path = this.hasAttribute("download") && server(this.href);
  if (!path) return click.call(this);
  const { headers, body } = await request(path, "GET");
  const name = headers.get("content-disposition")?.match(/filename="(.*)"/)?.[1];
  const href = URL.createObjectURL(new Blob([body], { type: headers.get("content-type") ?? "" }));
  click.call(Object.assign(document.createElement("a"), { href, download: name ?? this.download }));
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

const { fetch: fetchFile } = window;
window.fetch = async (what, options = {}) => {
  const path = server(what.url ?? String(what));
  if (path === undefined) return fetchFile(what, options);
  const given = new Request(what, options);
  const sent = ["GET", "HEAD"].includes(given.method) ? undefined : await given.arrayBuffer();
  const { status, headers, body } = await request(path, given.method, given.headers, sent);
  return new Response(status === 204 ? null : body, { status, headers });
};

// Axios uses it for uploads, with their progress.
window.XMLHttpRequest = class extends XMLHttpRequest {
  #path;
  #url;
  #method;
  #headers = new Headers();
  #answer;
  #aborted = false;

  get #ours() {
    return this.#path !== undefined;
  }

  open(method, url, ...rest) {
    [this.#method, this.#url, this.#path] = [method.toUpperCase(), String(url), server(url)];
    if (!this.#ours) super.open(method, url, ...rest);
  }

  setRequestHeader(name, value) {
    if (this.#ours) this.#headers.append(name, value);
    else super.setRequestHeader(name, value);
  }

  async send(content) {
    if (!this.#ours) return super.send(content);
    try {
      const answer = await request(this.#path, this.#method, this.#headers, content);
      if (this.#aborted) return;
      this.#answer = answer;
      this.upload.dispatchEvent(new ProgressEvent("progress", { lengthComputable: true, loaded: 1, total: 1 }));
      for (const type of ["readystatechange", "load", "loadend"]) this.dispatchEvent(new ProgressEvent(type));
    } catch {
      this.dispatchEvent(new ProgressEvent("error"));
    }
  }

  abort() {
    this.#aborted = true;
    if (this.#ours) this.dispatchEvent(new ProgressEvent("abort"));
    else super.abort();
  }

  get readyState() {
    if (!this.#ours) return super.readyState;
    return this.#answer ? 4 : 1;
  }

  get status() {
    return this.#ours ? (this.#answer?.status ?? 0) : super.status;
  }

  get statusText() {
    return this.#ours ? "" : super.statusText;
  }

  get responseURL() {
    return this.#ours ? this.#url : super.responseURL;
  }

  get responseText() {
    return this.#ours ? new TextDecoder().decode(this.#answer.body) : super.responseText;
  }

  get response() {
    if (!this.#ours) return super.response;
    if (this.responseType === "arraybuffer") return this.#answer.body.slice().buffer;
    if (this.responseType === "blob") return new Blob([this.#answer.body]);
    return this.responseType === "json" ? JSON.parse(this.responseText) : this.responseText;
  }

  getAllResponseHeaders() {
    if (!this.#ours) return super.getAllResponseHeaders();
    return [...this.#answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  }

  getResponseHeader(name) {
    return this.#ours ? this.#answer.headers.get(name) : super.getResponseHeader(name);
  }
};

const STATES = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 };

class Socket extends EventTarget {
  readyState = STATES.CONNECTING;
  binaryType = "blob";
  protocol = "streamlit";
  extensions = "";
  bufferedAmount = 0;

  constructor(url) {
    super();
    this.url = String(url);
    socket = this;
    ask({ connect: true }).then(
      () => this.#become(STATES.OPEN, new Event("open")),
      () => this.close(),
    );
  }

  #become(state, event) {
    if (this.readyState === STATES.CLOSED) return;
    this.readyState = state;
    this.#emit(event);
  }

  #emit(event) {
    this[`on${event.type}`]?.(event);
    this.dispatchEvent(event);
  }

  take(payload) {
    const data = this.binaryType === "blob" ? new Blob([payload]) : payload;
    if (this.readyState === STATES.OPEN) this.#emit(new MessageEvent("message", { data }));
  }

  send(payload) {
    kernel.postMessage({ payload });
  }

  close() {
    this.#become(STATES.CLOSED, new CloseEvent("close", { code: 1000, wasClean: true }));
  }
}

Object.assign(Socket, STATES);
Object.assign(Socket.prototype, STATES);
window.WebSocket = Socket;
