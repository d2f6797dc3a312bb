// All that html-validate recommends, but for what the theme itself writes and no reader notices.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off", // HTML5 takes both cases
    "no-trailing-whitespace": "off", // what the templates' loops leave
    "presentation-role-style": "off", // the same role as `none`
    "input-attributes": "off", // those toggles, again
    "valid-autocomplete": "off", // toggles that forget their state
    "unique-landmark": "off", // contents twice, one is hidden: axe looks
    "valid-id": ["error", { relaxed: true }], // lines of code: `__span-…`
    "wcag/h32": "off", // search and palette act without submitting
  },
}
