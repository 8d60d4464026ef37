// Review by keyboard. The page works without this script: every action is a plain form. What the script adds is speed
// (the next items are fetched ahead, a ruling is sent while the next one stands there already) and keys.
//
// Optimistic, never lying: the progress comes from the desk alone; a ruling that did not go through, or that somebody
// else's crossed, brings its item back with what happened. Rulings are sent one after the other, in the order in which
// they were made, each with the journal number that the last answer on its statement brought, so that nobody comes
// into conflict with themselves.
"use strict";

(() => {
  const main = document.querySelector("[data-review]");
  if (!main) return;
  const stage = main.querySelector("#stage");
  const queued = main.dataset.queue !== undefined; // the queue, not the page of one statement
  const queue = new URLSearchParams(main.dataset.queue ?? "");
  const AHEAD = 4;
  const TRAIL = `sayso trail ${queue}`;

  const items = new Map(); // id -> element
  const sending = new Set(); // promises of what is being sent
  const seen = new Map(); // id -> the journal number of its last answer
  const troubled = []; // ids of items that came back while the person was writing
  let ahead = [];
  let trail = stored();
  let current = null;
  let ended = false;
  let fetching = null;
  let mending = null;
  let waiting = false;
  let line = Promise.resolve(); // what is sent goes out after what was sent before

  const item = () => items.get(current);
  const find = (selector) => item()?.querySelector(selector);
  const panel = (name) => find(`details[data-panel="${name}"]`);
  const opened = () => find("details[data-panel][open]");
  const root = () => find("[data-text]");

  function stored() {
    try {
      return JSON.parse(sessionStorage.getItem(TRAIL) ?? "[]");
    } catch {
      return [];
    }
  }

  function remember() {
    trail = trail.slice(-200);
    try {
      sessionStorage.setItem(TRAIL, JSON.stringify(trail));
    } catch {
      /* without storage the way back is lost by a reload, nothing else */
    }
  }

  function say(words, kind = "") {
    const line = main.querySelector("#said");
    line.textContent = words;
    line.dataset.kind = kind;
  }

  /** Takes in what an answer brings: items, the progress, what to say. */
  function take(html) {
    const brought = new DOMParser().parseFromString(html, "text/html");
    const progress = brought.querySelector("#progress");
    if (progress) main.querySelector("#progress")?.replaceWith(document.adoptNode(progress));
    const found = [...brought.querySelectorAll("article[data-id]")].map((one) => document.adoptNode(one));
    for (const one of found) {
      items.set(one.dataset.id, one);
      seen.set(one.dataset.id, one.dataset.seen);
    }
    return { ids: found.map((one) => one.dataset.id), news: brought.querySelector("#news")?.dataset ?? {} };
  }

  function show(id, focus = true) {
    leave();
    current = id;
    stage.replaceChildren(items.get(id));
    if (queued) {
      const place = new URLSearchParams(queue);
      place.set("item", id);
      history.replaceState(null, "", `/review?${place}`);
    }
    const text = root();
    const mark = text?.querySelector(".at");
    if (mark && text.scrollHeight > text.clientHeight + 4) {
      text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
    }
    if (focus) item().focus({ preventScroll: true });
    if (focus && stage.getBoundingClientRect().top < 0) stage.scrollIntoView();
    globalThis.dispatchEvent(new CustomEvent("sayso:item", { detail: id }));
    ahead_of();
  }

  /** Fetches the items that come next, a few ahead. */
  function ahead_of() {
    if (!queued || ended || fetching || ahead.length >= AHEAD) return fetching;
    const wanted = new URLSearchParams(queue);
    wanted.set("after", ahead.at(-1) ?? current);
    fetching = fetch(`/review/next?${wanted}`, { headers: { "x-review": "1" } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`the desk answered ${answer.status}`))))
      .then((html) => line_up(take(html).ids))
      .catch((fault) => say(`What comes next could not be fetched: ${fault.message}.`, "bad"))
      .finally(() => {
        fetching = null;
      });
    return fetching;
  }

  function line_up(ids) {
    const fresh = ids.filter((id) => id !== current && !ahead.includes(id) && !trail.slice(-20).includes(id));
    ahead.push(...fresh);
    if (!ids.length) ended = true;
  }

  async function next() {
    if (!queued) return;
    if (waiting) return;
    waiting = true; // a key that is pressed before the next item stands there must not rule on the one before
    try {
      if (!ahead.length) await ahead_of();
      if (!ahead.length && !ended) await ahead_of();
    } finally {
      waiting = false;
    }
    if (!ahead.length && !ended) {
      say("The desk cannot be reached; what comes next is not here. Start it again, then go on.", "bad");
      return;
    }
    if (current) trail.push(current);
    remember();
    const id = ahead.shift();
    if (id) show(id);
    else await finish();
  }

  async function previous() {
    if (!queued) return;
    const id = trail.pop();
    remember();
    if (!id) {
      say("This is where you began.");
      return;
    }
    if (current) ahead.unshift(current);
    if (!items.has(id)) take(await (await fetch(address(id), { headers: { "x-review": "1" } })).text());
    if (items.has(id)) show(id);
  }

  function address(id) {
    const place = new URLSearchParams(queue);
    place.set("item", id);
    return `/review?${place}`;
  }

  /** The end of the queue, as the desk shows it. */
  async function finish() {
    await line;
    const end = `/review?${queue}${queue.size ? "&" : ""}ended=1`;
    try {
      await fetch(end, { method: "HEAD" });
      location.assign(end);
    } catch (fault) {
      say(`This was the last one. The desk cannot be reached (${fault.message}).`, "bad");
    }
  }

  // ------------------------------------------------------------------------------------------------ rulings

  /** Sends one form of the item. `advance`: the next item comes at once. */
  function rule(form, button, advance) {
    const id = current;
    const body = new URLSearchParams(new FormData(form, button));
    const why = item().querySelector("input[name=why]");
    if (why && !body.get("why")) body.set("why", why.value);
    if (form.dataset.what === "span" && same_places(form, body)) {
      leave();
      say("The words are the same as before: nothing was written.");
      return;
    }
    if (form.dataset.what === "span" && mending) {
      const quote = mending.quote;
      if (quote !== null) body.set("quote", quote);
    }
    const to = button?.getAttribute("formaction") ?? form.getAttribute("action");
    const told = button?.dataset.say ?? form.dataset.say ?? "Saved";
    leave();
    post(id, to, body, told);
    if (advance && queued) next();
  }

  function same_places(form, body) {
    const written = (value) => Places.written(Places.parsed(value ?? ""));
    return written(body.get("places")) === written(form.querySelector("input[name=places]").dataset.first);
  }

  function post(id, to, body, told) {
    items.get(id)?.classList.add("sending");
    const mine = line.then(() => sent(id, to, body, told));
    line = mine;
    sending.add(mine);
    mine.finally(() => sending.delete(mine));
    return mine;
  }

  async function sent(id, to, body, told) {
    if (seen.get(id)) body.set("seen", seen.get(id));
    body.set("tail", ahead.at(-1) ?? (current === id ? "" : current) ?? "");
    try {
      const answer = await fetch(to, { method: "POST", body, headers: { "x-review": "1" }, keepalive: true });
      const html = await answer.text();
      if (answer.ok) went(id, take(html), told);
      else if (html.includes("data-id=")) troubles(id, take(html));
      else trouble(id, `The desk answered ${answer.status}.`, () => post(id, to, body, told));
    } catch (fault) {
      trouble(id, `The desk cannot be reached (${fault.message}).`, () => post(id, to, body, told));
    }
  }

  /** Has the head of the page ask anew how far the case is. */
  const ruled = () => document.body.dispatchEvent(new CustomEvent("ruled"));

  /** A ruling that is journaled. */
  function went(id, brought, told) {
    const { news } = brought;
    line_up(brought.ids.filter((one) => one !== id));
    say(news.say || `${told}.`, "good");
    ruled();
    if (current === id || news.item === current) show(current);
  }

  /** A conflict or an error: the item as it stands now, with both sides, comes back. */
  function troubles(id, brought) {
    say(brought.news.say || "A ruling did not go through.", "bad");
    back(id);
  }

  /** No answer: the item as it was comes back, and can be sent again. */
  function trouble(id, words, again) {
    const element = items.get(id);
    element.classList.remove("sending");
    const box = element.querySelector("[data-trouble]");
    box.hidden = false;
    box.textContent = `Not saved. ${words} `;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Send again";
    button.addEventListener("click", () => {
      box.hidden = true;
      again();
    });
    box.append(button);
    say(`Not saved. ${words}`, "bad");
    back(id);
  }

  function back(id) {
    if (current === id) {
      show(id);
      return;
    }
    if (opened() || mending || document.activeElement?.matches?.("input, textarea, select")) {
      if (!troubled.includes(id)) troubled.push(id);
      return;
    }
    ahead.unshift(current);
    trail = trail.filter((one) => one !== id);
    show(id);
  }

  function come_back() {
    const id = troubled.shift();
    if (id) back(id);
  }

  async function undo() {
    await line;
    const body = new URLSearchParams(queue);
    body.set("pledge", main.dataset.pledge);
    if (!queued) body.set("here", current);
    say("Taking back …");
    try {
      const answer = await fetch("/review/undo", { method: "POST", body, headers: { "x-review": "1" } });
      const brought = take(await answer.text());
      say(brought.news.say || `Nothing was taken back (${answer.status}).`, answer.ok ? "good" : "bad");
      const id = brought.news.item;
      if (id) ruled();
      if (!id || !items.has(id)) return;
      if (id !== current) {
        if (!queued) return;
        ahead = [current, ...ahead.filter((one) => one !== id)];
        trail = trail.filter((one) => one !== id);
      }
      show(id);
    } catch (fault) {
      say(`Nothing was taken back: the desk cannot be reached (${fault.message}).`, "bad");
    }
  }

  // ------------------------------------------------------------------------------------------------ panels

  function open(name) {
    const found = panel(name);
    if (!found) return;
    leave();
    found.open = true;
    found.querySelector("input[list]")?.removeAttribute("list"); // the script has a list of its own
    if (name === "span") mend(found);
    else (found.querySelector("[data-first]") ?? found.querySelector("input:not([type=hidden]), textarea, button"))?.focus();
    found.scrollIntoView({ block: "nearest" });
  }

  /** Closes what is open, with nothing sent. */
  function leave() {
    mending?.stop();
    mending = null;
    item()?.classList.remove("mending");
    for (const one of item()?.querySelectorAll("details[data-panel][open]") ?? []) one.open = false;
  }

  function mend(found) {
    const field = found.querySelector("input[name=places]");
    const shown = found.querySelector("[data-slice]");
    item().classList.add("mending");
    document.getSelection()?.removeAllRanges();
    mending = new Places.Mending(root(), Places.parsed(field.dataset.first), (now) => {
      field.value = now.value;
      const quote = now.quote;
      shown.textContent = quote === null ? "(a part of it is not shown here)" : `“${quote.replaceAll("\n", "” … “")}”`;
    });
    item().focus({ preventScroll: true });
  }

  function mending_key(event) {
    const steps = { ArrowLeft: -1, ArrowRight: 1 };
    if (event.key in steps) mending.move(steps[event.key], !event.shiftKey);
    else if (event.key === "ArrowUp") mending.turn(-1);
    else if (event.key === "ArrowDown") mending.turn(1);
    else if (event.key === "+") mending.add();
    else if (event.key === "Delete" || event.key === "-") mending.drop();
    else if (event.key === "Enter") submit(panel("span").querySelector("form"));
    else return false;
    return true;
  }

  function submit(form, button) {
    const chosen = button ?? form.querySelector("button[type=submit]:not([disabled])");
    rule(form, chosen, false);
  }

  function stance_key(event, found) {
    const leans = { s: "support", d: "deny", o: "open", u: "unrelated" };
    if (event.key in leans) {
      submit(found.querySelector("form"), found.querySelector(`button[value=${leans[event.key]}]`));
      return true;
    }
    if (/^[1-9]$/.test(event.key) && !event.target.matches("input[type=number]")) {
      found.querySelector("input[name=strength]").value = `0.${event.key}`;
      return true;
    }
    return false;
  }

  function certainty_key(event, found) {
    if (event.target.matches("input")) return false;
    const button = found.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return false;
    submit(button.form, button);
    return true;
  }

  // ------------------------------------------------------------------------------------------------ sources

  let asked = 0;

  async function suggest(field) {
    const list = field.closest("details").querySelector("[role=listbox]");
    const number = ++asked;
    const wanted = new URLSearchParams({ q: field.value, item: current });
    const answer = await fetch(`/review/names?${wanted}`, { headers: { "x-review": "1" } }).catch(() => null);
    if (!answer?.ok || number !== asked) return;
    list.innerHTML = await answer.text(); // made and escaped by the desk
    const some = list.children.length > 0;
    list.hidden = !some;
    field.setAttribute("aria-expanded", String(some));
    field.removeAttribute("aria-activedescendant");
  }

  function source_key(event, field) {
    const list = field.closest("details").querySelector("[role=listbox]");
    const options = list.hidden ? [] : [...list.children];
    const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!options.length) return false;
      const to = (at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
      for (const [number, one] of options.entries()) one.setAttribute("aria-selected", String(number === to));
      options[to].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[to].id);
      return true;
    }
    if (event.key === "Enter") {
      if (at >= 0) choose(field, options[at]);
      submit(field.form);
      return true;
    }
    return false;
  }

  function choose(field, option) {
    field.value = option.dataset.name;
    field.form.querySelector("input[name=place]").value = option.dataset.place ?? "";
    field.closest("details").querySelector("[role=listbox]").hidden = true;
    field.setAttribute("aria-expanded", "false");
  }

  /** A selection in the text names the source while its panel is open. */
  document.addEventListener("selectionchange", () => {
    const found = panel("source");
    if (!found?.open) return;
    const chosen = Places.selected(root());
    const words = chosen && Places.slice(root(), ...chosen);
    if (!words) return;
    found.querySelector("input[name=source]").value = words.replace(/\s+/g, " ");
    found.querySelector("input[name=place]").value = Places.written([chosen]);
  });

  // ------------------------------------------------------------------------------------------------ keys

  const KEYS = {
    j: next,
    k: previous,
    a: () => press("accept"),
    x: () => press("reject"),
    l: () => press("lock"),
    e: () => open("span"),
    s: () => open("source"),
    t: () => open("stance"),
    c: () => open("certainty"),
    m: () => open("comment"),
    w: () => find("input[name=why]")?.focus(),
    y: () => press("again"),
    n: () => find("[data-conflict]") && drop(),
    u: undo,
    Enter: () => location.assign(`/statements/${encodeURIComponent(current)}`),
  };

  /** Leaves what the other did in a conflict; the review goes on. */
  function drop() {
    find("[data-conflict]")?.remove();
    say("Theirs stays; nothing of yours was written.");
    if (queued) next();
  }

  function press(name) {
    const button = find(`button[data-do="${name}"]`);
    if (button) rule(button.form, button, button.dataset.advance !== undefined);
  }

  function typing(target) {
    return target.matches?.("input, textarea, select, [contenteditable]");
  }

  /** Keys that write: a key that is held down would rule on items that nobody has seen. */
  const RULING = new Set(["a", "x", "l", "y", "n", "u"]);

  function on_key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("details[open] textarea")) {
      event.preventDefault();
      submit(event.target.form);
      return;
    }
    if (!current || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    if (waiting && !typing(event.target)) return;
    if (event.repeat && RULING.has(event.key) && !typing(event.target)) {
      event.preventDefault();
      return;
    }
    const found = opened();
    if (event.key === "Escape") {
      leave();
      document.activeElement?.blur?.();
      item().focus({ preventScroll: true });
      come_back();
      event.preventDefault();
      return;
    }
    if (handled(event, found)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  function handled(event, found) {
    const { target } = event;
    const name = found?.dataset.panel;
    if (mending && !typing(target) && !target.matches("button, summary, a")) return mending_key(event);
    if (name === "stance" && stance_key(event, found)) return true;
    if (name === "certainty" && certainty_key(event, found)) return true;
    if (name === "source" && target.matches("input[name=source]")) return source_key(event, target);
    if (name === "comment" && event.key === "Enter" && !event.shiftKey && target.matches("textarea")) {
      submit(target.form);
      return true;
    }
    if (typing(target)) {
      if (event.key !== "Enter" || !target.matches("input[name=why][data-main]")) return false;
      item().focus({ preventScroll: true });
      return true;
    }
    if (event.key === "Enter" && target.matches("a, button, summary")) return false;
    if (event.key === "Enter" && target !== item() && target !== document.body) return false;
    if (!(event.key in KEYS) || (!queued && "jk".includes(event.key))) return false;
    KEYS[event.key]();
    return true;
  }

  document.addEventListener("keydown", on_key, true);

  main.addEventListener("submit", (event) => {
    const form = event.target.closest("article[data-id] form[data-what]");
    if (!form) return;
    event.preventDefault();
    const button = event.submitter;
    rule(form, button, button?.dataset.advance !== undefined);
  });

  main.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]");
    if (step && queued) {
      event.preventDefault();
      if (step.dataset.step === "next") next();
      else previous();
      return;
    }
    if (event.target.closest("[data-do=drop]")) {
      drop();
      return;
    }
    if (event.target.closest("[data-undo]")) {
      event.preventDefault();
      undo();
      return;
    }
    const option = event.target.closest("[role=option]");
    if (option) {
      const field = option.closest("details").querySelector("input[name=source]");
      choose(field, option);
      field.focus();
      return;
    }
    const summary = event.target.closest("details[data-panel] > summary");
    if (summary) {
      event.preventDefault();
      if (summary.parentElement.open) leave();
      else open(summary.parentElement.dataset.panel);
    }
    if (event.target.closest("[data-leave]")) leave();
  });

  main.addEventListener("input", (event) => {
    if (event.target.matches("input[name=source]")) {
      event.target.form.querySelector("input[name=place]").value = "";
      suggest(event.target);
    }
    if (event.target.matches("input[name=places]") && mending) {
      const pieces = Places.parsed(event.target.value);
      if (pieces.length) mending.pieces = pieces;
    }
  });

  /** Whether somebody has begun to write something that is not sent. */
  function unsent() {
    const fields = item()?.querySelectorAll("details[open] textarea, details[open] input:not([type=hidden])") ?? [];
    return [...fields].some((one) => one.value !== one.defaultValue && one.value.trim());
  }

  addEventListener("beforeunload", (event) => {
    if (sending.size || unsent()) event.preventDefault();
  });

  const first = stage.querySelector("article[data-id]");
  if (first) {
    items.set(first.dataset.id, first);
    seen.set(first.dataset.id, first.dataset.seen);
    current = first.dataset.id;
    const focused = document.activeElement && document.activeElement !== document.body;
    show(current, !focused && queued);
  }
})();
