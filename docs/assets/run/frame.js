// A frame: the front end of a Streamlit wheel with one app, in a session of its own of the page's Python. `app.js` tells
// it what to do.

import { connect } from "./network.js";

const OPEN = "[data-st-overlay-root] > *, [data-baseweb=popover]"; // a menu, a calendar; the second one in older versions
const ROOM = 360; // pixels, for what opens above an app
const STATES = ["data-test-script-state", "data-teststate"]; // attributes, the second one in 1.37
const OVER = ["notRunning", "compilationError"]; // states of a script
const LOST = /dynamically imported module|module script failed|Loading chunk .* failed/; // browsers' words, webpack's
const AROUND = 96; // pixels, above and below a dialog
const { href, origin, pathname } = location; // until the app's address is shown

let app;
let host; // the port to `app.js`
let python; // the port to `worker.js`
let leaving; // whether this document makes room for another one of the same app
let step;
let lost; // whether a part of the front end has not arrived: this document does not ask for it again

const commands = {
  update({ files }) {
    Object.assign(app.files, files);
    python.postMessage({ type: "update", files });
  },
  // Streamlit's front end can't be started twice in a document.
  restart() {
    leaving = true;
    python.postMessage({ type: "leave" });
    location.replace(href);
  },
  palette({ palette }) {
    app.palette = palette;
    paint();
  },
};

addEventListener("message", ({ source, origin: from, data, ports }) => {
  if (from !== origin) return;
  if (source === parent && data?.type === "start") {
    app = data.app;
    [host, python] = ports;
    host.onmessage = ({ data: command }) => commands[command.type](command);
    python.onmessage = ({ data: message }) => {
      tell(message);
      watch();
    };
    show();
  }
  if (source === window && data?.type === "GUEST_READY") paint(); // Streamlit's page listens from now on
});
addEventListener("pagehide", ({ persisted }) => persisted || leaving || python?.postMessage({ type: "close" }));
parent.postMessage({ type: "hello" }, origin);

function tell(message) {
  if (message.type === "step") step = message.step;
  host.postMessage(message);
}

// A dialog wants the focus for itself, also that of the page around: here it gets it only from where it is.
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (...options) {
  if (document.hasFocus()) focus.apply(this, options);
};

// The address is the app's, but the docs page's history is not.
history.pushState = history.replaceState;

function show() {
  closeSidebar();
  document.documentElement.style.colorScheme = app.palette; // else a browser puts white behind a dark app
  const page = app.page ? `/${app.page}` : "";
  history.replaceState(null, "", `${pathname}${page}?embed=true&embed_options=${app.palette}_theme`);
  const { port1, port2 } = new MessageChannel();
  python.postMessage({ type: "open", app }, [port2]);
  connect(port1);
  // Scripts of the front end's page: a browser has left them, for their type.
  for (const { attributes, dataset } of document.querySelectorAll("script[type='text/later']")) {
    const script = Object.assign(document.createElement("script"), { type: dataset.type });
    script.src = new URL(attributes.src.value, href);
    document.head.append(script);
  }
}

// The apps of the site share one storage: a sidebar that was opened in one app would be open in the next.
function closeSidebar() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("stSidebarCollapsed")) localStorage.removeItem(key);
  } catch {
    // Nothing may be stored.
  }
}

function paint() {
  document.documentElement.style.colorScheme = app.palette;
  const themeName = { light: "Light", dark: "Dark" }[app.palette];
  postMessage({ stCommVersion: 1, type: "SET_CUSTOM_THEME_CONFIG", themeName }, origin);
}

// In 1.37, some parts have another name.
const find = (...testids) => document.querySelector(testids.map((testid) => `[data-testid="${testid}"]`).join());

let height = 0;
let parts = [];
const sizes = new ResizeObserver(measure);

function measure() {
  const before = parts;
  const page = [find("stMainBlockContainer", "stAppViewBlockContainer"), find("stBottom")].filter(Boolean);
  const dialog = find("stDialog", "stModal")?.firstElementChild;
  parts = dialog ? [...page, dialog] : page;
  for (const part of before) if (!parts.includes(part)) sizes.unobserve(part);
  for (const part of parts) if (!before.includes(part)) sizes.observe(part);
  let next = page.reduce((sum, part) => sum + part.offsetHeight, 0);
  if (dialog || document.querySelector(OPEN)) next = Math.max(next, ROOM);
  if (dialog) next = Math.max(next, dialog.offsetHeight + AROUND);
  const known = step === "ready" || (step === "run" && next > height); // a run builds the page from nothing
  if (!known || next === height) return;
  height = next;
  tell({ type: "height", height });
}

let state; // "initial" until the first run of a session

// On a busy machine a run may be over when it is first drawn, and before Python's word comes that the app is there.
function watch() {
  const { testScriptState, teststate: next = testScriptState } = find("stApp")?.dataset ?? {};
  if (!host) return;
  if (next !== state) {
    state = next;
    tell({ type: "run", state });
  }
  if (state === "running" && step === "app") tell({ type: "step", step: "run" });
  if (OVER.includes(state) && ["app", "run"].includes(step)) tell({ type: "step", step: "ready" });
}

// Streamlit shows what a browser says of such a part in the place of an element.
function look() {
  if (lost) return;
  const shown = [...document.querySelectorAll("[data-testid=stAlertContentError], [data-testid=stNotification]")];
  lost = shown.some(({ textContent }) => LOST.test(textContent));
  if (lost) tell({ type: "lost" });
}

new MutationObserver(() => {
  watch();
  look();
  measure();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: STATES });
