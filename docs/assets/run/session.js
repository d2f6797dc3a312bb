// A session of a block's app: its frame, what is above it, and how it starts.

import { minor } from "./choose.js";
import { button, element } from "./parts.js";

// What each step does, and which part of the start is done before it.
const STEPS = new Map([
  ["frame", [() => "Opening the app's frame", 0]],
  ["python", [(streamlit) => `Loading Python and ${streamlit}`, 0.05]],
  ["streamlit", [(streamlit) => `Starting ${streamlit}`, 0.8]],
  ["app", [() => "Starting the app", 0.9]],
  ["run", [() => "Running the script", 0.95]],
]);

// A module that could not be fetched stays missing under its URL: each try has its own.
let loading;
let tries = 0;

/** Return what runs the apps, or nothing where it cannot be loaded now. */
export function load() {
  loading ??= import(`./app.js?try=${tries++}`).catch(() => {
    loading = undefined;
  });
  return loading;
}

export const palette = () => (document.body.dataset.mdColorScheme === "slate" ? "dark" : "light");

export class Session {
  constructor(block, version) {
    this.block = block;
    this.version = version;
    const names = block.sessions.map(({ own }) => own);
    this.own = ["Session 1", "Session 2"].find((name) => !names.includes(name));
    this.caption = element("span");
    this.status = element("div", { className: "live-status", role: "status" });
    this.field = element("div", { className: "live-app" }, this.status);
    const caption = element(
      "figcaption",
      {},
      this.caption,
      button("Restart", "Start a new session, as reloading the app's page does", () => this.restart()),
      button("New tab", "Open the app in a new tab, as another session", () => block.openAlone(this)),
      button("Close", "End this session", () => this.close()),
    );
    this.figure = element("figure", { className: "live-session" }, caption, this.field);
  }

  get streamlit() {
    return `Streamlit ${minor(this.version)}`;
  }

  get starting() {
    return this.step && this.step !== "ready" && this.step !== "error";
  }

  // Two versions are told apart by their names, two sessions of one version by their numbers.
  show() {
    const name = this.block.choice.pair ? this.streamlit : this.own;
    this.caption.textContent = this.figure.ariaLabel = name;
    if (this.app) this.app.frame.title = `${this.block.snippet}, ${name}`;
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
    const { version } = this;
    if (!runner.streamlits.includes(version))
      return this.fail(`The site has changed and doesn't run Streamlit ${version} anymore: reload the page.`);
    const { id, entrypoint, files } = this.block;
    const app = new runner.PageApp({ id, entrypoint, files: { ...files }, palette: palette(), version });
    this.app = app;
    const on = (type, listener) => app.addEventListener(type, ({ detail }) => this.app === app && listener(detail)); // and not of one that has ended
    const again = () => this.restart();
    on("step", ({ step }) => this.advance(step));
    on("progress", (amount) => this.load(amount));
    on("height", ({ height }) => {
      app.frame.style.height = `${height}px`;
    });
    on("output", ({ text }) => this.block.print(this, text));
    on("answers", () => this.status.replaceChildren());
    on("error", ({ message }) => this.fail(`The app can't start: ${message}.`, "Try again", again));
    on("lost", () => this.fail("Part of the app's front end couldn't be loaded. Are you offline?", "Try again", again));
    on("silent", () =>
      this.fail("Python isn't responding: a script never ends, or it crashed Python.", "Restart Python", () =>
        runner.restartPython(version),
      ),
    );
    this.field.append(app.frame);
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
    this.status.replaceChildren(this.bar, element("span", {}, text(this.streamlit)), this.amount);
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

  /** Go on with another version of Streamlit, in a new session. */
  switch(version) {
    if (version === this.version) return;
    this.version = version;
    this.end();
    this.start();
  }

  end() {
    this.app?.close();
    this.app = undefined;
  }

  close() {
    this.end();
    this.figure.remove();
    this.block.drop(this);
  }
}
