// The versions of Streamlit that a block runs its app on: one, or two next to each other.

import { button, element } from "./parts.js";

const AT = /^(.+-run)-(\d+\.\d+)(?:-(\d+\.\d+))?$/; // an anchor that names versions

/** A version without its patch, as it is shown. */
export const minor = (version) => version.split(".", 2).join(".");

/** Return which tab an anchor opens, and the versions that it names. */
export function read(anchor) {
  const [, tab, ...named] = AT.exec(anchor) ?? [];
  return tab && { tab, named: named.filter(Boolean) };
}

export class Choice {
  /** `run` is the Run tab's content; `change` is called when the reader has chosen. */
  constructor(run, tab, change) {
    this.tab = tab;
    this.change = change;
    this.label = run.querySelector(".live-streamlit");
    this.select = this.label.querySelector("select");
    this.all = Array.from(this.select.options, ({ value }) => value); // the newest first
    this.documented = this.select.querySelector("[selected]").value;
    const other = this.label.cloneNode(true);
    this.otherSelect = other.querySelector("select");
    other.firstChild.data = "compared with ";
    this.otherSelect.ariaLabel = "Compared with Streamlit";
    this.otherLabel = other;
    this.button = button("", "", () => this.compare());
    this.button.hidden = this.all.length < 2;
    this.truth = run.querySelector(".live-truth");
    this.items = Array.from(run.querySelector("template").content.children);
    for (const select of [this.select, this.otherSelect]) select.onchange = () => this.choose();
    this.show(false);
  }

  /** The bar's parts. */
  get parts() {
    return [this.label, this.otherLabel, this.button];
  }

  /** One version, or two. */
  get versions() {
    return [this.select, ...(this.pair ? [this.otherSelect] : [])].map(({ value }) => value);
  }

  /** What an address says of the choice, after `#`. */
  get anchor() {
    const { versions } = this;
    return versions.join() === this.documented ? this.tab : [this.tab, ...versions.map(minor)].join("-");
  }

  /** Run on the version that the page's picker has, until the reader chooses another one here. */
  follow(picked) {
    if (this.chosen) return;
    this.select.value = this.all.find((version) => minor(version) === picked) ?? this.documented;
    this.show(false);
  }

  /** Set the versions that a link names; return whether the page has all of them. */
  set(named) {
    const versions = named.map((name) => this.all.find((version) => minor(version) === name));
    if (versions.includes(undefined) || versions[0] === versions[1]) return false;
    this.chosen = true;
    [this.select.value, this.otherSelect.value] = [versions[0], versions[1] ?? versions[0]];
    this.show(versions.length === 2);
    return true;
  }

  /** Leave one of two versions. */
  leave(version) {
    this.select.value = version;
    this.show(false);
  }

  compare() {
    if (!this.pair) this.otherSelect.value = this.nearest();
    this.show(!this.pair);
    this.choose();
  }

  choose() {
    this.chosen = true;
    this.show(this.pair);
    history.replaceState(history.state, "", `#${this.anchor}`);
    this.change();
  }

  // The nearest version on which other claims hold, rather an older one.
  nearest() {
    const at = this.all.indexOf(this.select.value);
    const others = [...this.all.slice(at + 1), ...this.all.slice(0, at).reverse()];
    const claims = (version) =>
      this.listed("held", version)
        .map((item) => item.textContent)
        .join();
    return others.find((version) => claims(version) !== claims(this.select.value)) ?? others[0];
  }

  // The items on claims that are not `held`, or not `seen`, on a version.
  listed = (not, version) =>
    this.items.filter(({ dataset }) => dataset.not === not && dataset.on.split(" ").includes(version));

  show(pair) {
    this.pair = pair;
    this.otherLabel.hidden = !pair;
    this.button.textContent = pair ? "Stop comparing" : "Compare with another version";
    this.button.title = pair ? "Run the app on one version" : "Run the app on two versions next to each other";
    for (const [select, other] of [
      [this.select, this.otherSelect],
      [this.otherSelect, this.select],
    ])
      for (const option of select.options) option.disabled = pair && option.value === other.value;
    this.say();
  }

  // Which claims a reader can't see in the apps.
  say() {
    const { versions } = this;
    const parts = [element("p", {}, `Runs here with Streamlit ${versions.join(" and ")}.`)];
    const list = (title, items) => {
      const copies = Array.from(items, (item) => item.cloneNode(true));
      if (copies.length) parts.push(element("p", {}, title), element("ul", {}, ...copies));
    };
    for (const version of versions) {
      const there = versions.length > 1 ? `Streamlit ${minor(version)}` : "that version";
      list(`These claims don't hold on ${there}:`, this.listed("held", version));
    }
    list("You can't see these in this tab:", new Set(versions.flatMap((version) => this.listed("seen", version))));
    this.truth.replaceChildren(...parts);
  }
}
