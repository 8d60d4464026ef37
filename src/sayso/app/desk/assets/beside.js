// An article beside its statements: a click or Enter on either selects the other, without loading the page anew.
// Without this script the links do the same by loading it.
"use strict";

(() => {
  const sheet = document.querySelector("[data-beside]");
  if (!sheet) return;
  const cards = [...sheet.querySelectorAll("li[data-id]")];
  let chosen = null;

  const pieces = (id) => [...sheet.querySelectorAll(`.of-${CSS.escape(id)}`)];

  /** Selects a statement; `from` says which side was used, so that only the other one is brought into view. */
  function select(id, from) {
    for (const one of sheet.querySelectorAll(".chosen")) one.classList.remove("chosen");
    for (const one of sheet.querySelectorAll("mark.at")) one.classList.remove("at");
    chosen = id;
    const card = cards.find((one) => one.dataset.id === id);
    card?.classList.add("chosen");
    const marks = pieces(id);
    for (const one of marks) one.classList.add("at");
    const other = from === "card" ? marks[0] : card;
    if (from) other?.scrollIntoView({ block: "nearest" });
    if (from) history.replaceState(null, "", `${location.pathname}?on=${encodeURIComponent(id)}#t-${id}`);
  }

  /** The innermost statement over a mark: that with the fewest code points in the page. */
  function innermost(mark) {
    const ids = [...mark.classList].filter((name) => name.startsWith("of-")).map((name) => name.slice(3));
    const size = (id) => pieces(id).reduce((sum, one) => sum + one.textContent.length, 0);
    ids.sort((left, right) => size(left) - size(right));
    const at = ids.indexOf(chosen); // clicking again goes one further out
    return at < 0 ? ids[0] : ids[(at + 1) % ids.length];
  }

  sheet.addEventListener("click", (event) => {
    const link = event.target.closest("[data-select]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      select(link.closest("li").dataset.id, "card");
      return;
    }
    if (event.target.closest("a")) return;
    const card = event.target.closest("li[data-id]");
    const mark = event.target.closest("mark");
    if (card) select(card.dataset.id, "card");
    else if (mark && document.getSelection().isCollapsed) {
      const id = innermost(mark);
      if (id) select(id, "text");
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !cards.length) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key !== "j" && event.key !== "k") return;
    const at = cards.findIndex((one) => one.dataset.id === chosen);
    const to = at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
    select(cards[to].dataset.id, "card");
    cards[to].querySelector("[data-select]").focus({ preventScroll: true });
    cards[to].scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });

  const first = cards.find((one) => one.classList.contains("chosen"));
  if (first) select(first.dataset.id, null);
})();
