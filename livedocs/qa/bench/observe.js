// In every page and frame: when a tab was clicked, when widgets come into view, when a block's app takes a step.
(() => {
  const now = () => performance.timeOrigin + performance.now();
  const WIDGET = '[data-testid="stButton"]';
  const inView = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) target.seen ??= now();
  });
  const watched = new WeakSet();
  addEventListener("click", ({ target }) => target.matches(".live label") && (target.clicked ??= now()), true);
  new MutationObserver((records) => {
    for (const { target, attributeName } of records)
      if (attributeName === "data-live" && target.dataset.live)
        (target.steps ??= []).push([target.dataset.live, now()]);
    for (const widget of document.querySelectorAll(WIDGET)) {
      if (!watched.has(widget)) inView.observe(widget);
      watched.add(widget);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-live"] });
})();
