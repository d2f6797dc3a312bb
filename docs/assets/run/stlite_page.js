// An app as one HTML file that runs it with stlite, from a disk or on any static host.

/** Return the file: `version` is one of stlite, `files` are texts by path, and `entrypoint` is one of the paths. */
export function stlitePage(version, entrypoint, files) {
  const build = `https://cdn.jsdelivr.net/npm/@stlite/browser@${version}/build/`;
  const app = JSON.stringify({ entrypoint, files, requirements: [] }, undefined, 2);
  // Without `<` in the data, nothing in the app's code can end the element that holds it.
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${entrypoint}</title>
    <link rel="stylesheet" href="${build}stlite.css">
  </head>
  <body>
    <div id="root"></div>
    <script type="application/json" id="app">${app.replaceAll("<", "\\u003c")}</script>
    <script type="module">
      import { mount } from "${build}stlite.js";

      mount(JSON.parse(document.getElementById("app").textContent), document.getElementById("root"));
    </script>
  </body>
</html>
`;
}

/** Add a button to the Run tab of a block if its app runs with stlite. */
export function addCopy(block) {
  const about = block.element.querySelector("[data-stlite]");
  if (!about) return;
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "Copy as stlite page",
  });
  const said = Object.assign(document.createElement("span"), { role: "status" });
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(stlitePage(about.dataset.stlite, block.entrypoint, block.files));
      said.textContent = " Copied: save it as index.html.";
    } catch {
      said.textContent = " Your browser doesn't let this page copy.";
    }
  };
  about.append(" ", button, said);
  about.hidden = false;
}
