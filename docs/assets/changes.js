// The page of versions: it has everything without this script, which leaves out what the reader does not look for.

const shown = (elements, test) => {
  for (const element of elements) element.hidden = !test(element);
};

// What changes from one version to another: the claims whose outcomes on the two differ, which both are in the address.
function guide(section) {
  const [from, to] = section.querySelectorAll("select");
  const choice = section.querySelector(".versions-choice");
  const releases = [...section.querySelectorAll("[data-release]")];
  const versions = [...to.options, from.options[from.length - 1]].map((option) => option.value); // the newest first
  const before = (one, other) => versions.indexOf(one) > versions.indexOf(other);

  function update() {
    for (const option of to.options) option.disabled = from.value !== "" && !before(from.value, option.value);
    if (to.selectedOptions[0].disabled) to.selectedIndex = 0;
    const changes = new Map();
    for (const release of releases) {
      const at = release.dataset.release;
      const passed = (!from.value || before(from.value, at)) && !before(to.value, at);
      for (const item of release.querySelectorAll("li")) {
        item.hidden = !passed;
        const claim = item.querySelector("a").href;
        if (passed) changes.set(claim, [...(changes.get(claim) ?? []), item]);
      }
    }
    // What has changed and changed back is as it was.
    if (from.value) {
      for (const [last, ...rest] of changes.values()) {
        for (const item of rest) item.hidden = true;
        last.hidden = rest.length % 2 === 1;
      }
    }
    shown(releases, (release) => release.querySelector("li:not([hidden])"));
    section.querySelector("output").value = says();
  }

  function says() {
    const [lost, gained] = ["lost", "gained"].map((kind) => section.querySelectorAll(`.${kind}:not([hidden])`).length);
    const where = from.value ? `From ${from.value} to ${to.value}` : `Up to ${to.value}`;
    const told =
      from.value &&
      `${from.selectedOptions[0].dataset.measured} of ${choice.dataset.claims} claims were measured on ${from.value}.`;
    return `${where}: ${lost} no longer ${lost === 1 ? "holds" : "hold"}, ${gained} ${gained === 1 ? "holds" : "hold"} now. ${told}`;
  }

  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const [name, select] of Object.entries({ from, to })) {
      if (asked.has(name)) select.value = asked.get(name);
      if (select.selectedIndex < 0) select.selectedIndex = 0; // no such version
    }
    update();
  }

  choice.addEventListener("change", () => {
    update();
    history.replaceState(history.state, "", from.value ? `#from=${from.value}&to=${to.value}` : `#to=${to.value}`);
  });
  choice.hidden = false;
  read();
  return read;
}

// The table of all claims: those that have a text, those that changed.
function table(section) {
  const [text, changed] = section.querySelectorAll("input");
  const topics = [...section.querySelectorAll("details")];
  const rows = [...section.querySelectorAll("tbody > tr")];

  function update() {
    const wanted = text.value.trim().toLowerCase();
    shown(
      rows,
      (row) => (!changed.checked || row.matches(".changed")) && row.cells[0].textContent.toLowerCase().includes(wanted),
    );
    shown(topics, (topic) => topic.querySelector("tbody > tr:not([hidden])"));
    for (const topic of topics) topic.open = wanted !== "" || changed.checked;
    say(rows.filter((row) => !row.hidden).length);
  }

  function say(count) {
    section.querySelector("output").value = `${count} of ${rows.length} claims`;
  }

  section.addEventListener("input", update);
  section.querySelector(".versions-choice").hidden = false;
  if (text.value || changed.checked)
    update(); // the browser has kept it
  else say(rows.length);
}

let read;
document$.subscribe(() => {
  const [changes, claims] = ["changes", "table"].map((part) => document.querySelector(`.versions-${part}`));
  read = changes ? guide(changes) : undefined;
  if (claims) table(claims);
});
addEventListener("hashchange", () => read?.());
