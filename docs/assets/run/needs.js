// What code needs that the page doesn't have, found in the way of `livedocs/runtime/needs.py`, which has the tables.

import { parse } from "./runtime/editor.js";
import { importable, installs, needs, state } from "./runtime/tables.js";

const known = new Set(importable);

/** What an app needs that the page doesn't have; `files` are texts by path. */
export function lacks(files) {
  const own = new Set(Object.keys(files).flatMap((path) => path.replace(/\.py$/, "").split("/")));
  const texts = Object.keys(files).filter((path) => path.endsWith(".py"));
  const names = texts.flatMap((path) => [...used(files[path])]).filter((name) => !own.has(name.split(".")[0]));
  return [...new Set(names.map(need))].filter(Boolean);
}

/** How to run it on a machine that has Python. */
export function command(entrypoint, lacking) {
  const packages = lacking.filter((name) => Object.hasOwn(installs, name)).map((name) => installs[name]);
  const install = packages.length ? `pip install streamlit ${packages.join(" ")} && ` : "";
  return `${install}streamlit run ${entrypoint}`;
}

function need(name) {
  const parts = name.split(".");
  const names = parts.map((_, index) => parts.slice(0, index + 1).join("."));
  const listed = names.find((each) => Object.hasOwn(needs, each));
  return listed ? needs[listed] : known.has(parts[0]) ? undefined : parts[0];
}

// Yields, as dotted names, what a file imports and uses; `st.sidebar.table(...)` uses `streamlit.table`.
function* used(text) {
  const nodes = [];
  parse(text).iterate({ enter: ({ node }) => void nodes.push(node) });
  if (nodes.some(({ type }) => type.isError)) return; // what such an app does is to show this error
  const read = ({ from, to }) => text.slice(from, to);
  const origins = new Map();
  for (const [bound, name] of nodes.flatMap((node) => imports(node, read))) {
    origins.set(bound, name.startsWith(`${bound}.`) ? bound : name);
    yield name;
  }
  for (const node of nodes) {
    for (const [value, targets] of bindings(node)) {
      // What `st` returns, such as a container, has the commands of `st`.
      if (origin(value, origins, read) !== "streamlit") continue;
      for (const { from, to } of targets) {
        const names = nodes.filter((each) => each.name === "VariableName" && each.from >= from && each.to <= to);
        for (const name of names) origins.set(read(name), "streamlit");
      }
    }
  }
  for (const { name, firstChild, lastChild } of nodes) {
    if (name === "MemberExpression" && lastChild.name === "PropertyName") {
      const from = origin(firstChild, origins, read);
      if (from) yield `${from}.${read(lastChild)}`;
    } else if (name === "CallExpression" && firstChild.name === "VariableName" && !origins.has(read(firstChild))) {
      yield `builtins.${read(firstChild)}`;
    }
  }
}

function children(node) {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name !== "Comment") found.push(child);
  return found;
}

// The names that an import binds, and what it imports under each.
function imports(node, read) {
  if (node.name !== "ImportStatement") return [];
  const words = children(node).map(read);
  const start = words.indexOf("import");
  const module = words.slice(1, start).join("");
  if (module.startsWith(".")) return [];
  const rest = words.slice(start + 1).filter((word) => !"()".includes(word));
  const items = rest
    .join(" ")
    .split(" , ")
    .map((item) => item.split(" as "));
  return items.map(([what, as]) => {
    const name = what.replaceAll(" ", "");
    return module ? [as ?? name, `${module}.${name}`] : [as ?? name.split(".")[0], name];
  });
}

// The values that an assignment or a `with` binds, and the nodes with the names that it binds each to.
function bindings(node) {
  const parts = children(node);
  const is = (name) => (part) => part?.name === name;
  if (node.name === "AssignStatement" && !parts.some(is("TypeDef"))) {
    const last = parts.findLastIndex(is("AssignOp"));
    return parts.length === last + 2 ? [[parts[last + 1], parts.slice(0, last)]] : [];
  }
  if (node.name !== "WithStatement") return [];
  return parts.flatMap((part, at) =>
    is("as")(part) && is("VariableName")(parts[at + 1]) ? [[parts[at - 1], [parts[at + 1]]]] : [],
  );
}

// What a chain such as `st.columns(2)[0].container()` starts from.
function origin(node, origins, read) {
  if (node.name === "VariableName") return origins.get(read(node));
  if (node.name === "ParenthesizedExpression") return origin(children(node)[1], origins, read);
  const { name, firstChild, lastChild } = node;
  const belongs = lastChild?.name === "PropertyName" && state.includes(read(lastChild));
  const goes = ["CallExpression", "MemberExpression"].includes(name) && !belongs;
  return goes ? origin(firstChild, origins, read) : undefined;
}
