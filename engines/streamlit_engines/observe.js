// What the driver asks the document of a Streamlit app: whether a rerun is over, what the app's server has sent for what
// the page shows then, and where in the document an element is.
(() => {
  if (window.livedocsObserver) return;

  const RERUNS = 2; // ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
  const root = () => document.querySelector("[data-testid=stApp]");
  const all = (node, selector) => [...node.querySelectorAll(selector)];
  // A document that is not rendered gets no animation frame, and a busy one is never idle: then a second is enough.
  const idle = () =>
    new Promise((resolve) => {
      setTimeout(resolve, 1000);
      requestAnimationFrame(() => requestIdleCallback(resolve));
    });

  // The component of Streamlit's front end that holds the elements and talks to the server.
  const fiberOf = (node) => node?.[Object.keys(node).find((name) => name.startsWith("__reactFiber$"))];
  const component = () => {
    let fiber = fiberOf(root());
    while (fiber && !fiber.stateNode?.handleScriptFinished) fiber = fiber.return;
    return fiber?.stateNode;
  };

  // Counts the reruns that have ended. The root's `data-test-script-state` does not tell: React renders a short run's
  // "running" and "notRunning" at once, and between a run and the one that `st.rerun` asks for there is "notRunning" too.
  // So this listens where the front end takes the server's message that the script has finished. It also keeps what the
  // front end sent last: the clicks in it are the buttons that return True in that run.
  let ended = 0;
  let restarted = 0;
  let sent;
  const watched = new WeakSet();
  const watch = () => {
    const app = component();
    if (!app || watched.has(app)) return Boolean(app);
    watched.add(app);
    const { handleScriptFinished, sendBackMsg } = app;
    app.handleScriptFinished = (status, ...rest) => {
      handleScriptFinished.call(app, status, ...rest);
      if (status !== RERUNS) ended += 1;
      else [restarted, sent] = [restarted + 1, undefined];
    };
    app.sendBackMsg = (message) => {
      if (message.rerunScript) sent = message.rerunScript.widgetStates;
      states(); // before the script can assign values
      sendBackMsg.call(app, message);
    };
    return true;
  };

  const atRest = () =>
    watch() &&
    root().dataset.testScriptState === "notRunning" &&
    root().dataset.testConnectionState === "CONNECTED" &&
    root().querySelector("[data-testid=stMainBlockContainer]") &&
    !document.querySelector("[data-stale=true], [data-testid=stSkeleton], [data-testid=stAppSkeleton]") &&
    // A grid describes its content a moment after it is rendered.
    all(document, "canvas[data-testid=data-grid-canvas]").every(
      (grid) => !grid.offsetHeight || grid.querySelector("table"),
    );

  let changes = 0; // of the document: React renders in several steps
  const observer = new MutationObserver((records) => (changes += records.length));
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("scroll", () => (changes += 1), true); // with `st.chat_input` the page scrolls down by itself

  // Reruns that have already ended don't belong to the next action: a fragment may rerun by itself.
  let counted = 0;
  const begin = () => {
    counted = ended;
    restarted = 0;
  };

  // Waits until `runs` reruns have ended since the last call or `begin`, then until all is rendered and nothing has
  // changed for `patience` milliseconds, or twice as long as that took: where a rerun is slow, so is what starts another.
  // Gives up after `limit`. Returns what the page shows, or why it has given up.
  const settle = async ({ runs, patience, limit }) => {
    const start = performance.now();
    let quiet = start;
    const longer = () => patience && Math.min(Math.max(patience, 2 * (quiet - start)), (limit - (quiet - start)) / 2);
    for (let before = -1, passes = 0; passes < 2 || performance.now() - quiet < longer(); passes++) {
      if (performance.now() - start > limit)
        return { missing: ended < counted + runs, restarted, state: root()?.dataset.testScriptState };
      await idle();
      if (ended >= counted + runs && atRest() && changes === before) continue;
      before = changes;
      quiet = performance.now();
      passes = -1;
    }
    begin();
    return look();
  };

  // The messages in which the server has described the elements and the blocks, each with its place in the tree.
  const encoded = new WeakMap();
  const encode = (message) => {
    if (!encoded.has(message)) {
      const bytes = message.constructor.encode(message).finish();
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      encoded.set(message, btoa(text));
    }
    return encoded.get(message);
  };
  const tree = () => {
    const places = [];
    const walk = (node, path) => {
      // A spinner has an anchor, the element after it.
      if (node.anchor) walk(node.anchor, path);
      else if (node.element) places.push({ node, path });
      else if (node.children) {
        if (path.length) places.push({ node, path });
        for (const [number, child] of node.children.entries()) walk(child, [...path, number]);
      }
    };
    walk(component().state.elements.root, []);
    return places;
  };
  // What is in a field and can't be sent, such as a number out of range, and the draft of a message.
  const drafts = () => {
    const nodes = new Map(tree().map(({ node, path }) => [node, path]));
    return all(document, "[data-testid=stNumberInput] input:invalid, [data-testid=stChatInput] textarea")
      .map((field) => [idOf(nodeOf(field, nodes) ?? {}), field.type === "number" ? field.valueAsNumber : field.value])
      .filter(([, value]) => value);
  };
  // The values of all widgets. A form's come last because the user sees what the form will send. But a form keeps a value
  // even after the script has assigned another one, which the widget shows and the front end stores outside the form: then
  // the state outside is no longer the one that was there when the user chose.
  const outsides = new WeakMap(); // by a form's state
  const states = () => {
    const { widgetMgr } = component();
    const message = widgetMgr.widgetStates.createWidgetStatesMsg();
    const outside = new Map(message.widgets.map((state) => [state.id, state]));
    const forms = [...widgetMgr.forms.values()].map((form) => form.widgetStates.createWidgetStatesMsg());
    for (const form of forms)
      form.widgets = form.widgets.filter((state) => {
        if (!outsides.has(state)) outsides.set(state, outside.get(state.id));
        return outsides.get(state) === outside.get(state.id);
      });
    return [message, ...forms].map(encode);
  };
  const look = () => {
    const { state } = component();
    // A toast stays on the screen, whatever the script does next.
    const old = (node) => node.element?.type === "toast" && node.scriptRunId !== state.scriptRunId;
    return {
      places: tree()
        .filter(({ node, path }) => path.length > 1 && !old(node))
        .map(({ node, path }) => [path, Boolean(node.element), encode(node.element ?? node.deltaBlock)]),
      states: states(),
      sent: sent ? encode(sent) : "",
      drafts: drafts(),
    };
  };

  // The node of the tree that a part of the document was rendered for. React keeps the last and the current version of
  // each component, and a part of the document may know either.
  const nodeOf = (part, nodes) => {
    for (let fiber = fiberOf(part); fiber; fiber = fiber.return)
      for (const { memoizedProps: props } of [fiber, fiber.alternate ?? fiber])
        if (props?.node?.element || props?.node?.deltaBlock) if (nodes.has(props.node)) return props.node;
    return undefined;
  };
  const idOf = ({ element }) => element?.[element.type]?.id;

  // Returns the selector of an element, or of what has to be clicked first: the tab, the expander, or the popover
  // that it is in.
  const locate = ({ id, path }) => {
    const places = tree();
    const nodes = new Map(places.map(({ node, path }) => [node, path]));
    const at = (path) => places.find((place) => place.path.join() === path.join())?.node;
    const node = id ? places.find((place) => idOf(place.node) === id)?.node : at(path);
    if (!node) return { gone: true };
    const parts = all(document, "[data-testid]").map((part) => [part, nodeOf(part, nodes)]);
    const partOf = (node) => parts.find(([, its]) => its === node)?.[0];
    const selectorOf = (part, inner = "") => {
      const selector = `[data-testid="${part.dataset.testid}"]`;
      return `css=${selector} >> nth=${all(document, selector).indexOf(part)}${inner}`;
    };
    const tabOf = (node) => {
      const path = nodes.get(node);
      const tabs = parts.filter(([part, its]) => part.dataset.testid === "stTab" && its === at(path.slice(0, -1)));
      return tabs[path.at(-1)]?.[0];
    };
    const place = nodes.get(node);
    const shown = node.deltaBlock?.type === "tab" ? tabOf(node) : partOf(node);
    for (let depth = 2; depth < place.length; depth++) {
      const around = at(place.slice(0, depth));
      const kind = around.deltaBlock.type;
      const part = kind === "tab" ? tabOf(around) : partOf(around);
      if (!part) continue;
      if (kind === "tab" && part.ariaSelected !== "true") return { closed: selectorOf(part) };
      if (kind === "expandable" && part.querySelector("details")?.open === false)
        return { closed: selectorOf(part, " >> css=summary >> nth=0") };
      if (kind === "popover" && !shown) return { closed: selectorOf(part, " >> css=button >> nth=0") };
    }
    return shown ? { selector: selectorOf(shown) } : { hidden: true };
  };

  // Shows an option of the open list, which renders only those that are near.
  const scrollToOption = async (index, count) => {
    for (let tries = 0, absent = 0; tries < 50 && absent < 20; tries++) {
      const list = document.querySelector("[role=listbox]");
      if (list?.querySelector(`[role=option][data-key="${index}"]`)) return true;
      if (list) {
        const rows = Number(list.querySelector("[aria-setsize]")?.ariaSetSize) || count;
        const first = list.querySelector("[role=option][data-key]")?.dataset.key;
        const ahead = Math.max(0, index - (count - rows) * (tries % 2) - 2);
        list.scrollTop = tries && first === undefined ? 0 : (ahead * list.scrollHeight) / rows;
      } else absent += 1;
      await idle();
    }
    return false;
  };

  window.livedocsObserver = { begin, settle, locate, scrollToOption };
})();
