// What the driver asks the document of a Streamlit app: whether a rerun is over, and what it shows then.
(() => {
  if (window.livedocsObserver) return;

  const RERUNS = 2; // ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
  const root = () => document.querySelector("[data-testid=stApp]");
  // A document that is not drawn gets no animation frame, and a busy one is never idle: then a second is enough.
  const idle = () =>
    new Promise((resolve) => {
      setTimeout(resolve, 1000);
      requestAnimationFrame(() => requestIdleCallback(resolve));
    });

  // Counts the reruns that have ended. The root's `data-test-script-state` does not tell: React draws a short run's
  // "running" and "notRunning" at once, and between a run and the one that `st.rerun` asks for there is "notRunning" too.
  // So this listens where Streamlit's front end takes the server's message that the script has finished.
  let ended = 0;
  const watched = new WeakSet();
  const watch = () => {
    let fiber = root()?.[Object.keys(root()).find((name) => name.startsWith("__reactFiber$"))];
    while (fiber && !fiber.stateNode?.handleScriptFinished) fiber = fiber.return;
    const app = fiber?.stateNode;
    if (!app || watched.has(app)) return Boolean(app);
    watched.add(app);
    const { handleScriptFinished } = app;
    app.handleScriptFinished = (status, ...rest) => {
      handleScriptFinished.call(app, status, ...rest);
      if (status !== RERUNS) ended += 1;
    };
    return true;
  };

  const atRest = () =>
    watch() &&
    root().dataset.testScriptState === "notRunning" &&
    root().dataset.testConnectionState === "CONNECTED" &&
    root().querySelector("[data-testid=stMainBlockContainer]") &&
    !document.querySelector("[data-stale=true], [data-testid=stSkeleton], [data-testid=stAppSkeleton]") &&
    // A grid tells what is in it a moment after it is drawn.
    all(document, "canvas[data-testid=data-grid-canvas]").every((grid) => !grid.offsetHeight || within(grid, "table"));

  let changes = 0; // of the document: React draws in several steps
  const observer = new MutationObserver((records) => (changes += records.length));
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("scroll", () => (changes += 1), true); // with `st.chat_input` the page scrolls down by itself

  // Reruns that have ended by now are not those of what is done next: a fragment may rerun by itself.
  let counted = 0;
  const begin = () => (counted = ended);

  // Waits until `runs` reruns have ended since the last call or `begin`, then until all is drawn and nothing has changed
  // for `patience` milliseconds, or twice as long as that took: where a rerun is slow, so is what starts another.
  // Gives up after `limit`. Returns what the page shows.
  const settle = async ({ runs, patience, limit }) => {
    const start = performance.now();
    let quiet = start;
    const longer = () => patience && Math.min(Math.max(patience, 2 * (quiet - start)), (limit - (quiet - start)) / 2);
    for (let before = -1, passes = 0; passes < 2 || performance.now() - quiet < longer(); passes++) {
      if (performance.now() - start > limit)
        throw new Error(ended < counted + runs ? "no rerun has ended" : "the app does not come to rest");
      await idle();
      if (ended >= counted + runs && atRest() && changes === before) continue;
      before = changes;
      quiet = performance.now();
      passes = -1;
    }
    begin();
    return look();
  };

  // Markdown as it was written, as far as texts of elements need it: code, emphasis and paragraphs.
  const MARKS = { code: "`", strong: "**", em: "*" };
  const source = (node) => {
    if (!node) return "";
    const copy = node.cloneNode(true);
    for (const [name, mark] of Object.entries(MARKS))
      for (const marked of copy.querySelectorAll(name)) marked.replaceWith(mark + marked.textContent + mark);
    const parts = [...copy.querySelectorAll("p, li, pre")];
    return (parts.length ? parts.map((part) => part.textContent).join("\n\n") : copy.textContent).trim();
  };
  const within = (node, selector) => node.querySelector(selector);
  const markdown = (node) => source(within(node, "[data-testid=stMarkdownContainer]"));
  const number = (text) => (text === "" || text === null ? null : Number(text));
  const field = (node) => within(node, "input, textarea");
  const all = (node, selector) => [...node.querySelectorAll(selector)];

  const label = (node) => markdown(within(node, "[data-testid=stWidgetLabel]") ?? node);
  const disabled = (node) =>
    Boolean(within(node, "input:disabled, textarea:disabled, button:disabled, [aria-disabled=true]"));
  const widget = (value) => (node) => ({ value: value(node), label: label(node), disabled: disabled(node) });
  const shown = (value) => (node) => ({ value: value(node) });
  const heading = shown((node) => source(within(node, "h1 > span, h2 > span, h3 > span, [data-heading-text]")));
  const alert = (kind) => [`[data-testid=stAlert]:has([data-testid=stAlertContent${kind}])`, shown(markdown)];
  const chosen = (node) => within(node, "label:has(input:checked)");
  const segments = (node) =>
    Object.fromEntries(
      all(node, "[role=spinbutton]").map((part) => [part.dataset.type, number(part.getAttribute("aria-valuenow"))]),
    );
  const limits = (...inputs) => ({
    min: number(inputs[0].min),
    max: number(inputs.at(-1).max),
    step: number(inputs[0].step),
  });
  // What is not shown as the number it is, such as a date or an option, has no value here.
  const slid = (input) => {
    const text = input.getAttribute("aria-valuetext");
    return text !== "" && Number(text) === Number(input.value) ? Number(text) : undefined;
  };

  // The most of the stars that are lit; of two thumbs, the first is up and means 1.
  const rating = (node) => {
    const lit = all(node, "button").map((button) => button.dataset.testid === "stFeedbackButtonActive");
    if (!lit.includes(true)) return null;
    return lit.length === 2 ? Number(lit[0]) : lit.lastIndexOf(true);
  };
  const grid = (node) => ({ columns: all(node, "[role=columnheader]").map((head) => head.textContent) });

  // AppTest's name for an element: where it is, and what can be read from it.
  const KINDS = {
    text: ["[data-testid=stText]", shown((node) => node.textContent)],
    caption: [
      "[data-testid=stMarkdown]:has([data-testid=stCaptionContainer])",
      shown((node) => source(within(node, "[data-testid=stCaptionContainer]"))),
    ],
    markdown: ["[data-testid=stMarkdown]:not(:has([data-testid=stCaptionContainer]))", shown(markdown)],
    title: ["[data-testid=stHeading]:has(h1)", heading],
    header: ["[data-testid=stHeading]:has(h2)", heading],
    subheader: ["[data-testid=stHeading]:has(h3)", heading],
    code: ["[data-testid=stCode]", shown((node) => within(node, "code").textContent)],
    error: alert("Error"),
    warning: alert("Warning"),
    info: alert("Info"),
    success: alert("Success"),
    exception: [
      "[data-testid=stException]",
      (node) => {
        const message = within(node, "[data-testid=stExceptionMessage]");
        const type = within(message, "span, strong").textContent;
        return {
          type,
          value: source(message)
            .replace(/^\*\*(.+?)\*\*/, "$1")
            .slice(type.length + 2),
        };
      },
    ],
    metric: [
      "[data-testid=stMetric]",
      (node) => ({
        label: markdown(within(node, "[data-testid=stMetricLabel]")),
        value: markdown(within(node, "[data-testid=stMetricValue]")),
      }),
    ],
    progress: [
      "[data-testid=stProgress]",
      (node) => ({ value: Number(within(node, "[role=progressbar]").ariaValueNow), text: markdown(node) }),
    ],
    dialog: ["[role=dialog]", (node) => ({ title: markdown(within(node, "[slot=title]")) })],
    expander: ["[data-testid=stExpander]", (node) => ({ label: markdown(within(node, "summary")) })],
    tabs: ["[data-testid=stTab]", (node) => ({ label: markdown(node) })],
    button: ["[data-testid=stButton], [data-testid=stFormSubmitButton]", widget(() => false)],
    download_button: ["[data-testid=stDownloadButton]", widget(() => false)],
    text_input: ["[data-testid=stTextInput]", widget((node) => field(node).value)],
    text_area: ["[data-testid=stTextArea]", widget((node) => field(node).value)],
    chat_input: [
      "[data-testid=stChatInput]",
      (node) => ({
        value: field(node).value,
        placeholder: field(node).placeholder,
        disabled: field(node).disabled,
      }),
    ],
    number_input: [
      "[data-testid=stNumberInput]",
      (node) => ({
        label: label(node),
        disabled: field(node).disabled,
        value: number(field(node).value),
        ...limits(field(node)),
      }),
    ],
    checkbox: ["[data-testid=stCheckbox]:not(:has([role=switch]))", widget((node) => field(node).checked)],
    toggle: ["[data-testid=stCheckbox]:has([role=switch])", widget((node) => field(node).checked)],
    radio: [
      "[data-testid=stRadio]",
      (node) => ({
        ...widget(() => (chosen(node) ? markdown(chosen(node)) : null))(node),
        options: all(node, "label:has(input)").map(markdown),
      }),
    ],
    selectbox: ["[data-testid=stSelectbox]", widget((node) => field(node).value || null)],
    multiselect: [
      "[data-testid=stMultiSelect]",
      widget((node) => all(node, "[data-tag-index]").map((tag) => tag.textContent)),
    ],
    slider: [
      "[data-testid=stSlider]",
      (node) => {
        const inputs = all(node, "input[type=range]");
        const values = inputs.map(slid);
        const value = values.length === 1 ? values[0] : values;
        return { ...widget(() => value)(node), ...limits(...inputs) };
      },
    ],
    date_input: ["[data-testid=stDateInput]", widget((node) => all(node, "[data-rac][role=group]").map(segments))],
    time_input: ["[data-testid=stTimeInput]", widget(segments)],
    data_editor: ["[data-testid=stDataFrame]:has([role=gridcell][aria-readonly=false])", grid],
    dataframe: ["[data-testid=stDataFrame]", grid],
    chat_message: [
      "[data-testid=stChatMessage]",
      (node) => ({ name: within(node, "[aria-label]").ariaLabel.replace(/^Chat message from /, "") }),
    ],
    feedback: ["[data-testid=stFeedback]", widget(rating)],
    file_uploader: ["[data-testid=stFileUploader]", (node) => ({ label: label(node), disabled: disabled(node) })],
  };

  // In AppTest's order.
  const BLOCKS = {
    main: "[data-testid=stMainBlockContainer]",
    sidebar: "[data-testid=stSidebarUserContent]",
    event: "[data-testid=stDialog]",
    bottom: "[data-testid=stBottomBlockContainer]",
  };

  const look = () => {
    const elements = [];
    for (const [block, scope] of Object.entries(BLOCKS)) {
      for (const [kind, [selector, read]] of Object.entries(KINDS)) {
        const nodes = all(document, scope).flatMap((part) => all(part, selector));
        nodes.forEach((node, index) => {
          const names = [...(node.closest("[data-testid=stElementContainer]")?.classList ?? [])];
          elements.push({
            kind,
            block,
            selector: `css=${scope} >> css=${selector} >> nth=${index}`,
            key: names.find((name) => name.startsWith("st-key-"))?.slice("st-key-".length),
            in_form: Boolean(node.closest("[data-testid=stForm]")),
            properties: read(node),
          });
        });
      }
    }
    return { kinds: Object.keys(KINDS), elements };
  };

  window.livedocsObserver = { begin, settle };
})();
