/*! With CodeMirror, MIT License, (c) Marijn Haverbeke and others: https://codemirror.net */

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const { definition, function: called } = tags;

/** Return the syntax tree of Python. */
export const parse = (text) => pythonLanguage.parser.parse(text);

// The colors that the theme gives to what Pygments has marked.
const colors = {
  comment: [tags.comment],
  function: [definition(called(tags.variableName)), definition(tags.className)],
  keyword: [tags.keyword, tags.meta],
  name: [tags.bool, tags.null, tags.variableName, tags.propertyName],
  number: [tags.number],
  operator: [tags.operator, tags.operatorKeyword, tags.modifier],
  punctuation: [tags.punctuation],
  special: [tags.escape],
  string: [tags.string],
};
const highlightStyle = HighlightStyle.define(
  Object.entries(colors).map(([name, tag]) => ({ tag, color: `var(--md-code-hl-${name}-color)` })),
);

const theme = EditorView.theme({
  "&.cm-focused": { outline: "2px solid var(--md-accent-fg-color)", outlineOffset: ".4em" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit" },
  ".cm-content": { padding: 0, caretColor: "var(--md-code-fg-color)" },
  ".cm-line": { padding: 0 },
  ".cm-gutters": { color: "var(--md-default-fg-color--light)", background: "none", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 1.2em 0 0" },
  "&.cm-focused .cm-matchingBracket": { background: "var(--md-accent-fg-color--transparent)", outline: "1px solid" },
  "&.cm-focused .cm-nonmatchingBracket": { background: "none" },
});

/**
 * Put an editor for Python into `parent`, in a code block as the theme draws it.
 * `label` is its name for those who cannot see it. `onChange` gets the text whenever the reader has changed it,
 * `onRun` is called for Ctrl+Enter (on a Mac, Cmd+Enter). Tab indents; after Escape it leads on.
 */
export function edit(parent, { doc, label, onChange, onRun }) {
  const run = () => {
    onRun();
    return true; // no line is added
  };
  const block = document.createElement("pre");
  // Within a shadow root CodeMirror needs no style element, which a Content-Security-Policy may refuse.
  const root = block
    .appendChild(document.createElement("code"))
    .appendChild(document.createElement("span"))
    .attachShadow({ mode: "open" });
  const view = new EditorView({
    doc,
    parent: root,
    extensions: [
      lineNumbers(),
      history(),
      indentOnInput(),
      indentUnit.of("    "),
      bracketMatching(),
      pythonLanguage,
      syntaxHighlighting(highlightStyle),
      theme,
      EditorView.contentAttributes.of({
        "aria-label": label,
        "aria-description": "Tab indents: press Escape, then Tab, to leave.",
      }),
      EditorView.updateListener.of(({ docChanged, state, transactions }) => {
        if (docChanged && !transactions.some((each) => each.isUserEvent("set"))) onChange(state.doc.toString());
      }),
      keymap.of([{ key: "Mod-Enter", run }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    ],
  });
  parent.append(block);
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(insert) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, userEvent: "set" });
    },
    focus: () => view.focus(),
  };
}
