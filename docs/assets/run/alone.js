// An app in a tab of its own. Which one, the page knows that has opened the tab; nothing runs by an address.

const status = document.getElementById("status");
const say = (...parts) => status.replaceChildren(...parts);

function button(text, onclick) {
  return Object.assign(document.createElement("button"), { textContent: text, onclick });
}

addEventListener("message", async ({ source, origin, data }) => {
  if (source !== opener || origin !== location.origin || data?.type !== "app") return;
  const runner = await import("./app.js").catch(() => undefined);
  if (!runner)
    return say(
      "The code that runs the app couldn't be loaded. Are you offline? ",
      button("Try again", () => location.reload()),
    );
  const { PageApp, join, restartPython } = runner;
  join(data.pythons);
  document.title = data.app.title;
  document.documentElement.style.colorScheme = data.palette;
  const app = new PageApp({ ...data.app, palette: data.palette });
  app.addEventListener("step", ({ detail }) => say(detail.step === "ready" ? "" : "Starting the app …"));
  app.addEventListener("error", ({ detail }) =>
    say(
      `The app can't start: ${detail.message}. `,
      button("Try again", () => app.restart()),
    ),
  );
  app.addEventListener("lost", () =>
    say(
      "Part of the app's front end couldn't be loaded. ",
      button("Try again", () => app.restart()),
    ),
  );
  app.addEventListener("silent", () =>
    say(
      "Python isn't responding. ",
      button("Restart Python", () => restartPython(app.version)),
    ),
  );
  app.addEventListener("answers", () => say(""));
  document.body.append(app.frame);
});

if (opener) opener.postMessage({ type: "alone" }, location.origin);
setTimeout(() => {
  if (document.querySelector("iframe, button")) return; // the page has answered
  const link = Object.assign(document.createElement("a"), {
    href: new URL("../../", import.meta.url),
    textContent: "docs",
  });
  say("The page that opened this tab is closed. Open the app again from the ", link, ".");
}, 3000);
