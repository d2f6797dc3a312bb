// The line that a claim's proof link names lies in a tab that may be closed: open the tab, then go there.
// The theme's observables also speak up for the first page, for instant navigation and for back and forward.
function openTab() {
  const line = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const block = line?.closest(".live .tabbed-block")
  if (!block) return
  const inputs = block.closest(".tabbed-set").querySelectorAll(":scope > input")
  const input = inputs[[...block.parentElement.children].indexOf(block)]
  if (input.checked) return
  input.click()
  line.scrollIntoView()
}

document$.subscribe(openTab)
target$.subscribe(openTab)

// The theme makes each copy button a landmark of its own: too many to be of use.
component$.subscribe(({ ref }) =>
  ref.closest("pre")?.querySelector(".md-code__nav")?.setAttribute("role", "presentation"))
