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

// Before the first paint the body gets the palette that was chosen, or else the system's.
new MutationObserver((_, observer) => {
  if (!document.body) return
  observer.disconnect()
  const { media, scheme } = __md_get("__palette")?.color ?? {}
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default"
  document.body.dataset.mdColorScheme = !media || media === "(prefers-color-scheme)" ? system : scheme
}).observe(document.documentElement, { childList: true })
