// The Run tab of a snippet's block: its app, in two sessions or on two versions, and an editor. `document$` is the theme's.

import { Choice, minor, read } from "./choose.js";
import { button, element } from "./parts.js";
import { load, palette, Session } from "./session.js";
import { addCopy } from "./stlite_page.js";

const OUTPUT = 20_000; // characters, the last ones of what the server has printed
const SESSIONS = 2;
const HOVER = 60; // milliseconds, more than a pointer on its way to somewhere else takes

const named = (versions) => versions.map(minor).join(" and ");

const blocks = new Map(); // by element
const alone = new Map(); // what to run in a tab of its own, by that tab's window

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
    this.logs = new Map(); // by version of Streamlit

    const run = block.querySelector(".live-run");
    this.tab = block.querySelector(".tabbed-set > input[id$='-run']");
    this.choice = new Choice(run, this.tab.id, () => this.changeVersions());
    this.runButton = button("Run", "Run the app in this page", () => (this.sessions.length ? this.stop() : this.run()));
    this.runButton.classList.add("live-primary");
    this.editButton = button("Edit", "Change the code and run it", () => this.toggleEditor());
    this.resetButton = button("Reset", "Restore the tested code", () => this.reset());
    this.secondButton = button("Second session", "Open the app again as another user of the same server", () =>
      this.open(this.choice.versions[0]),
    );
    this.note = element("span", {
      className: "live-edited",
      textContent: "Edited: the claims describe the original code.",
    });
    this.absent = element("span", { className: "live-absent", role: "status", hidden: true });
    this.bar = element(
      "div",
      { className: "live-bar" },
      this.runButton,
      ...this.choice.parts,
      this.secondButton,
      this.editButton,
      this.resetButton,
      this.note,
      this.absent,
    );
    this.editing = element("div", { className: "live-editing", hidden: true });
    this.notice = element("div", { className: "live-needs", role: "status" });
    this.stage = element("div", { className: "live-stage" });
    this.output = element("div", { className: "live-logs" });
    run.prepend(this.bar, this.editing, this.notice, this.stage, this.output);
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
    const { pair, versions } = this.choice;
    const { length } = this.sessions;
    const starting = this.sessions.find((session) => session.starting);
    this.runButton.textContent = length ? (starting ? "Cancel" : "Stop") : pair ? `Run on ${named(versions)}` : "Run";
    this.runButton.title = length ? "End the app" : "Run the app in this page";
    this.secondButton.hidden = !length || pair;
    this.secondButton.disabled = Boolean(starting) || length === SESSIONS;
    this.resetButton.hidden = this.note.hidden = !this.edited.length;
    for (const session of this.sessions) session.show();
    for (const [version, log] of this.logs) {
      log.name = pair ? `Server log of Streamlit ${minor(version)}` : "Server log";
      if (this.sessions.some((session) => session.version === version)) continue;
      log.element.remove();
      this.logs.delete(version);
    }
    this.element.dataset.live = (starting ?? this.sessions.at(-1))?.step ?? "";
    this.element.apps = this.apps;
  }

  async run() {
    if (this.edited.length && !(await this.canRun())) return;
    for (const version of this.choice.versions) {
      // All sessions of a version have the same app.
      const session = this.sessions.find((other) => other.version === version);
      if (session) session.app?.update({ ...this.files });
      else this.open(version);
    }
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

  open(version) {
    const session = new Session(this, version);
    this.sessions.push(session);
    this.stage.append(session.figure);
    session.start();
  }

  /** A session has ended; without it there is nothing to compare. */
  drop(session) {
    this.sessions = this.sessions.filter((other) => other !== session);
    const [left] = this.sessions;
    if (this.choice.pair && left) {
      this.choice.leave(left.version);
      left.own = "Session 1";
    }
    this.show();
  }

  stop() {
    const { sessions } = this;
    this.sessions = [];
    for (const session of sessions) session.close();
  }

  // The reader has chosen other versions, maybe while the app runs.
  changeVersions() {
    this.absent.hidden = true;
    const { pair, versions } = this.choice;
    const [first, second] = this.sessions;
    if (pair && !first) this.run();
    else if (pair && first) {
      first.switch(versions[0]);
      if (second) second.switch(versions[1]);
      else this.open(versions[1]);
    } else if (first) {
      const compared = second && first.version !== second.version;
      if (compared) second.close();
      for (const session of this.sessions) session.switch(versions[0]);
    }
    this.show();
  }

  /** Show what a link names, and wait for a click. */
  offer(named) {
    if (!this.tab.checked) this.tab.click();
    this.element.scrollIntoView();
    this.tab.focus({ preventScroll: true }); // not a button: the focus there loads Python
    const before = this.choice.versions.join();
    const here = this.choice.set(named);
    this.absent.hidden = here;
    this.absent.textContent = `This page doesn't run Streamlit ${named.join(" and ")}.`;
    if (this.choice.versions.join() !== before) this.stop();
    this.show();
  }

  print({ version }, text) {
    if (!this.logs.has(version)) this.logs.set(version, new Log(this.output));
    this.logs.get(version).print(text);
    this.show();
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

  openAlone({ version }) {
    const { id, entrypoint, files, snippet } = this;
    const tab = open(new URL("alone.html", import.meta.url), "_blank");
    alone.set(tab, { app: { id, entrypoint, files: { ...files }, title: snippet, version }, page: location.href });
  }
}

// What the server of an app has printed.
class Log {
  constructor(parent) {
    this.title = element("span");
    this.output = element("pre", { tabIndex: 0 });
    this.element = element("div", { className: "live-log" }, this.title, this.output);
    parent.append(this.element);
  }

  set name(name) {
    this.title.textContent = this.output.ariaLabel = name;
  }

  print(text) {
    this.output.textContent = (this.output.textContent + text).slice(-OUTPUT);
    this.output.scrollTop = this.output.scrollHeight;
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
  const picker = document.querySelector(".version-picker select");
  if (picker) follow(picker.value);
  goToLink();
});

// Blocks run on the version that is picked for the page.
function follow(version) {
  for (const block of blocks.values()) if (!block.sessions.length) block.choice.follow(version);
}
document.addEventListener("streamlit", ({ detail }) => follow(detail));

// An address may name a block and the versions to run it on.
function goToLink() {
  const asked = read(location.hash.slice(1));
  for (const block of blocks.values()) if (block.tab.id === asked?.tab) block.offer(asked.named);
}
addEventListener("hashchange", goToLink);

// Who points at what runs an app, or comes to it with the keyboard, is likely to run it.
const RUN = ".live .tabbed-labels > label[for$='-run'], .live-primary";
let intent;
for (const type of ["pointerover", "focusin", "touchstart"]) {
  addEventListener(
    type,
    ({ target }) => {
      clearTimeout(intent); // the pointer has gone on
      const block = target.closest?.(RUN) && blocks.get(target.closest(".live"));
      if (block && !navigator.connection?.saveData) intent = setTimeout(() => warmUp(block), HOVER);
    },
    { passive: true },
  );
}

async function warmUp({ choice }) {
  const runner = await load(); // without it a click on Run says so
  const [version] = choice.versions;
  if (runner?.streamlits.includes(version) && !runner.missing()) runner.warmUp(version);
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
