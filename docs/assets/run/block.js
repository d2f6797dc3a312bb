// The Run tab of a snippet's block: its app, in one session or two, and an editor. `document$` is the theme's.

import { addCopy } from "./stlite_page.js";

const OUTPUT = 20_000; // characters, the last ones of what the server has printed
const SESSIONS = 2;
const HOVER = 60; // milliseconds, more than a pointer on its way to somewhere else takes
// What each step does, and which part of the start is done before it.
const STEPS = new Map([
  ["frame", ["Opening the app's frame", 0]],
  ["python", ["Loading Python", 0.05]],
  ["streamlit", ["Loading Streamlit", 0.8]],
  ["app", ["Starting the app", 0.9]],
  ["run", ["Running the script", 0.95]],
]);

const blocks = new Map(); // by element
const alone = new Map(); // what to run in a tab of its own, by that tab's window

// A module that could not be fetched stays missing under its URL: each try has its own.
let loading;
let tries = 0;

/** Return what runs the apps, or nothing where it cannot be loaded now. */
function load() {
  loading ??= import(`./app.js?try=${tries++}`).catch(() => {
    loading = undefined;
  });
  return loading;
}

const palette = () => (document.body.dataset.mdColorScheme === "slate" ? "dark" : "light");

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

const button = (text, title, onclick) => element("button", { type: "button", textContent: text, title, onclick });

// What a reader has typed outlives the page; where nothing may be stored, it lasts until the next reload.
const edits = {
  kept: new Map(),
  read(snippet) {
    if (this.kept.has(snippet)) return this.kept.get(snippet);
    try {
      return JSON.parse(localStorage.getItem(`live ${snippet}`)) ?? {};
    } catch {
      return {};
    }
  },
  write(snippet, files) {
    this.kept.delete(snippet);
    try {
      if (Object.keys(files).length) localStorage.setItem(`live ${snippet}`, JSON.stringify(files));
      else localStorage.removeItem(`live ${snippet}`);
    } catch {
      this.kept.set(snippet, files); // denied, or full
    }
  },
};

class Block {
  constructor(block) {
    this.element = block;
    this.snippet = block.dataset.snippet;
    // No other page's app: what is typed there is not typed here. It is a path: an app may tell the name of its folder.
    this.id = `${Math.random().toString(36).slice(2, 10)}/${this.snippet.replace(/\.py$/, "")}`;
    const parts = [...block.querySelectorAll("[data-file]")];
    this.original = Object.fromEntries(
      parts.map((part) => [part.dataset.file, part.querySelector("pre > code").textContent]),
    );
    this.entrypoint = parts[0].dataset.file;
    const edited = Object.entries(edits.read(this.snippet)).filter(
      ([file, text]) => file in this.original && typeof text === "string",
    );
    this.files = { ...this.original, ...Object.fromEntries(edited) };
    this.file = edited[0]?.[0] ?? this.entrypoint; // in the editor
    this.sessions = [];

    this.runButton = button("Run", "Run the app in this page", () => (this.sessions.length ? this.stop() : this.run()));
    this.runButton.classList.add("live-primary");
    this.editButton = button("Edit", "Change the code and run it", () => this.toggleEditor());
    this.resetButton = button("Reset", "Restore the tested code", () => this.reset());
    this.secondButton = button("Second session", "Open the app again as another user of the same server", () =>
      this.open(),
    );
    this.note = element("span", {
      className: "live-edited",
      textContent: "Edited: the claims describe the original code.",
    });
    this.bar = element(
      "div",
      { className: "live-bar" },
      this.runButton,
      this.editButton,
      this.resetButton,
      this.secondButton,
      this.note,
    );
    this.editing = element("div", { className: "live-editing", hidden: true });
    this.notice = element("div", { className: "live-needs", role: "status" });
    this.stage = element("div", { className: "live-stage" });
    this.output = element("pre", { tabIndex: 0 });
    this.output.ariaLabel = "Server log";
    this.log = element("div", { className: "live-log", hidden: true }, "Server log", this.output);
    block.querySelector(".live-run").prepend(this.bar, this.editing, this.notice, this.stage, this.log);
    addCopy(this);
    this.show();
    if (edited.length) this.toggleEditor();
  }

  get edited() {
    return Object.keys(this.files).filter((file) => this.files[file] !== this.original[file]);
  }

  // The apps, for whoever drives the page.
  get apps() {
    return this.sessions.map(({ app }) => app);
  }

  show() {
    const { length } = this.sessions;
    const starting = this.sessions.some(({ step }) => step && step !== "ready");
    this.runButton.textContent = length ? (starting ? "Cancel" : "Stop") : "Run";
    this.runButton.title = length ? "End the app" : "Run the app in this page";
    this.secondButton.hidden = !length;
    this.secondButton.disabled = starting || length === SESSIONS;
    this.resetButton.hidden = this.note.hidden = !this.edited.length;
    this.element.dataset.live = this.sessions.at(-1)?.step ?? "";
    this.element.apps = this.apps;
  }

  async run() {
    if (this.edited.length && !(await this.canRun())) return;
    if (!this.sessions.length) return this.open();
    this.sessions[0].app?.update({ ...this.files });
  }

  // Says what changed code needs that the page doesn't have: once, if the reader runs it anyway.
  async canRun() {
    const check = await import("./needs.js").catch(() => undefined); // without it, the app shows an error
    const lacking = check?.lacks(this.files) ?? [];
    this.notice.replaceChildren();
    if (lacking.every((need) => this.accepted?.includes(need))) return true;
    const needs = new Intl.ListFormat("en").format(lacking);
    const command = check.command(this.entrypoint, lacking);
    const copy = button("", "Copy to clipboard", null);
    copy.className = "md-code__button";
    Object.assign(copy.dataset, { mdType: "copy", clipboardText: command }); // the theme copies it
    this.notice.append(
      element("p", {}, `This code doesn't run in the page because it needs ${needs}. Run it on your machine:`),
      element("pre", {}, element("span", { className: "md-code__nav" }, copy), element("code", {}, command)),
      button("Run anyway", "Run the app in this page, and see where it fails", () => {
        this.accepted = lacking;
        this.run();
      }),
    );
    this.notice.scrollIntoView({ block: "nearest" });
    return false;
  }

  async open() {
    const session = new Session(this);
    this.sessions.push(session);
    this.stage.append(session.figure);
    await session.start();
  }

  stop() {
    for (const session of [...this.sessions]) session.close();
    this.output.textContent = "";
    this.log.hidden = true;
  }

  print(text) {
    this.output.textContent = (this.output.textContent + text).slice(-OUTPUT);
    this.log.hidden = false;
    this.output.scrollTop = this.output.scrollHeight;
  }

  async toggleEditor() {
    this.editing.hidden = !this.editing.hidden;
    this.editButton.setAttribute("aria-expanded", !this.editing.hidden);
    if (!this.editing.hidden && !this.editing.children.length) await this.makeEditor();
    if (document.activeElement === this.editButton) this.editor?.focus();
  }

  async makeEditor() {
    const names = Object.keys(this.files);
    const field = element("div", { className: "live-editor" });
    const choose = element("select", { onchange: () => this.edit(choose.value) });
    choose.append(...names.map((name) => element("option", { textContent: name, selected: name === this.file })));
    const mac = navigator.platform.startsWith("Mac");
    this.editing.append(
      element("label", { className: "live-files", hidden: names.length < 2 }, "File ", choose),
      field,
      element(
        "p",
        {},
        button("Run the code", "Run the app with this code", () => this.run()),
        ` or ${mac ? "⌘" : "Ctrl"}+Enter. Tab indents: press Escape before Tab to leave the editor.`,
      ),
    );
    const options = {
      doc: this.files[this.file],
      label: `Code of ${this.snippet}`,
      onChange: (text) => this.type(text),
      onRun: () => this.run(),
    };
    const { edit } = await import("./runtime/editor.js").catch(() => ({ edit: plainEditor }));
    this.editor = edit(field, options);
  }

  edit(file) {
    this.file = file;
    this.editor.text = this.files[file];
  }

  type(text) {
    this.files[this.file] = text;
    edits.write(this.snippet, Object.fromEntries(this.edited.map((file) => [file, this.files[file]])));
    this.show();
  }

  reset() {
    this.files = { ...this.original };
    edits.write(this.snippet, {});
    this.notice.replaceChildren();
    if (this.editor) this.editor.text = this.files[this.file];
    if (this.sessions.length) this.run();
    this.show();
    this.runButton.focus(); // the button that was pressed is gone
  }

  openAlone() {
    const { id, entrypoint, files, snippet } = this;
    const tab = open(new URL("alone.html", import.meta.url), "_blank");
    alone.set(tab, { app: { id, entrypoint, files: { ...files }, title: snippet }, page: location.href });
  }
}

class Session {
  constructor(block) {
    this.block = block;
    const names = block.sessions.map(({ name }) => name);
    this.name = ["Session 1", "Session 2"].find((name) => !names.includes(name));
    this.status = element("div", { className: "live-status", role: "status" });
    this.field = element("div", { className: "live-app" }, this.status);
    const caption = element(
      "figcaption",
      {},
      element("span", {}, this.name),
      button("Restart", "Start a new session, as reloading the app's page does", () => this.restart()),
      button("New tab", "Open the app in a new tab, as another session", () => block.openAlone()),
      button("Close", "End this session", () => this.close()),
    );
    this.figure = element("figure", { className: "live-session" }, caption, this.field);
  }

  async start() {
    this.advance("frame");
    const runner = await load();
    if (!this.block.sessions.includes(this) || this.app) return; // closed, or restarted, in the meantime
    if (!runner)
      return this.fail("The code that runs the app couldn't be loaded. Are you offline?", "Try again", () =>
        this.restart(),
      );
    const missing = runner.missing();
    if (missing) return this.fail(`This browser doesn't have ${missing}, which Python needs to run in a page.`);
    const { id, entrypoint, snippet } = this.block;
    this.app = new runner.PageApp({
      id,
      entrypoint,
      files: { ...this.block.files },
      palette: palette(),
      title: `${snippet}, ${this.name}`,
    });
    this.app.addEventListener("step", ({ detail }) => this.advance(detail.step));
    this.app.addEventListener("progress", ({ detail }) => this.load(detail));
    this.app.addEventListener("height", ({ detail }) => {
      this.app.frame.style.height = `${detail.height}px`;
    });
    this.app.addEventListener(
      "output",
      ({ detail }) => this.block.sessions[0] === this && this.block.print(detail.text),
    );
    this.app.addEventListener("answers", () => this.status.replaceChildren());
    this.app.addEventListener("error", ({ detail }) =>
      this.fail(`The app can't start: ${detail.message}.`, "Try again", () => this.restart()),
    );
    this.app.addEventListener("lost", () =>
      this.fail("Part of the app's front end couldn't be loaded. Are you offline?", "Try again", () => this.restart()),
    );
    this.app.addEventListener("silent", () =>
      this.fail("Python isn't responding: a script never ends, or it crashed Python.", "Restart Python", () =>
        runner.restartPython(),
      ),
    );
    this.field.append(this.app.frame);
    this.block.show();
  }

  advance(step) {
    this.step = step;
    this.block.show();
    if (step === "ready") return this.status.replaceChildren();
    const [text, done] = STEPS.get(step);
    this.bar = element("progress", { value: done });
    this.amount = element("span", {}, " …");
    for (const node of [this.bar, this.amount]) node.setAttribute("aria-hidden", "true"); // no screen reader reads each number
    this.status.replaceChildren(this.bar, element("span", {}, text), this.amount);
  }

  load({ loaded, total }) {
    if (this.step !== "python") return;
    const [from, to] = ["python", "streamlit"].map((step) => STEPS.get(step)[1]);
    const [now, all] = [loaded, total].map((bytes) => (bytes / 1e6).toFixed(1));
    this.bar.value = from + ((to - from) * loaded) / total;
    this.amount.textContent = `: ${now} of ${all} MB`;
  }

  fail(message, label, onclick) {
    this.step = "error";
    this.block.show();
    this.status.replaceChildren(
      element("p", { className: "live-fault" }, message, ...(label ? [button(label, "", onclick)] : [])),
    );
  }

  restart() {
    if (!this.app) return this.start(); // it could not be loaded
    this.advance("app");
    this.app.restart();
  }

  close() {
    this.block.sessions = this.block.sessions.filter((session) => session !== this);
    this.app?.close();
    this.figure.remove();
    this.block.show();
  }
}

// Where the editor cannot be loaded, a text area does.
function plainEditor(parent, { doc, label, onChange, onRun }) {
  const area = element("textarea", { value: doc, rows: doc.split("\n").length + 1, spellcheck: false });
  area.setAttribute("aria-label", label);
  area.oninput = () => onChange(area.value);
  area.onkeydown = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  };
  parent.append(area);
  return {
    set text(text) {
      area.value = text;
    },
    focus: () => area.focus(),
  };
}

// A page of the site is there, the first one or, by instant navigation, another.
document$.subscribe(() => {
  for (const [node, block] of blocks) {
    if (node.isConnected) continue;
    block.stop();
    blocks.delete(node);
  }
  for (const part of document.querySelectorAll(".live-run")) {
    const node = part.closest(".live");
    if (!blocks.has(node)) blocks.set(node, new Block(node));
  }
});

// Who points at what runs an app, or comes to it with the keyboard, is likely to run it.
const RUN = ".live .tabbed-labels > label[for$='-run'], .live-primary";
let intent;
for (const type of ["pointerover", "focusin", "touchstart"]) {
  addEventListener(
    type,
    ({ target }) => {
      clearTimeout(intent); // the pointer has gone on
      if (target.closest?.(RUN) && !navigator.connection?.saveData) intent = setTimeout(warmUp, HOVER);
    },
    { passive: true },
  );
}

async function warmUp() {
  const runner = await load(); // without it a click on Run says so
  if (runner && !runner.missing()) runner.warmUp();
}

// A click on the tab runs the app. The theme clicks on tabs too, for an address that names one: that runs nothing.
addEventListener(
  "click",
  ({ target, isTrusted }) => {
    const label = isTrusted && target.closest(".live .tabbed-labels > label");
    const block = label && blocks.get(label.closest(".live"));
    if (block && label.htmlFor.endsWith("-run") && !block.sessions.length) block.run();
  },
  true,
);

new MutationObserver(() => {
  for (const block of blocks.values()) for (const app of block.apps) if (app) app.palette = palette();
}).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });

// A tab that was opened for an app asks which one: its address says nothing of it.
addEventListener("message", async ({ source, origin, data }) => {
  if (origin !== location.origin || data?.type !== "alone" || !alone.has(source)) return;
  const pythons = (await load())?.generationsOfPython();
  source.postMessage({ type: "app", ...alone.get(source), palette: palette(), pythons }, origin);
});
