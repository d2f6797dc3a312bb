// What the scripts of the Run tab make elements with.

export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

export const button = (text, title, onclick) =>
  element("button", { type: "button", textContent: text, title, onclick });
