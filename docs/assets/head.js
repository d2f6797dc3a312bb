// What the theme does in inline scripts, which the Content-Security-Policy refuses. Its other scripts use these names.

const __md_scope = new URL("..", document.currentScript.src)
const __md_key = (key, scope) => `${scope.pathname}.${key}`
const __md_hash = text => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0)
const __md_get = (key, storage, scope = __md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(__md_key(key, scope)))
  } catch {} // it is blocked
  return null
}
const __md_set = (key, value, storage, scope = __md_scope) => {
  try {
    (storage ?? localStorage).setItem(__md_key(key, scope), JSON.stringify(value))
  } catch {} // it is full or blocked
}

// Before the first paint the page and its body get what the theme would set after it, at the cost of the style of all:
// that there are scripts, that no change of colours is shown, and the palette that was chosen, or else the system's.
document.documentElement.className = "js"
new MutationObserver((_, observer) => {
  if (!document.body) return
  observer.disconnect()
  const { media, scheme } = __md_get("__palette")?.color ?? {}
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default"
  document.body.dataset.mdColorSwitching = ""
  document.body.dataset.mdColorScheme = !media || media === "(prefers-color-scheme)" ? system : scheme
}).observe(document.documentElement, { childList: true })

// The theme sees to all code of a page at once, reading sizes and changing them by turns: phones stood still for up to a
// second. Blocks go without: they have their copy buttons from `livedocs/fence.py`, and `site.js` does the rest.
{
  const { querySelectorAll } = Element.prototype
  const all = "pre:not(.mermaid) > code"
  Element.prototype.querySelectorAll = function (selectors) {
    return querySelectorAll.call(this, selectors === all ? `${all}:not(.live *)` : selectors)
  }
}
