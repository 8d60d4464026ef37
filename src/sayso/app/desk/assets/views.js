// Keys of what is decided one by one: a key clicks the button or link that shows it. Without script they are buttons and links.
"use strict";
(() => {
  const held = () => document.querySelector("[data-keys]");
  const writing = (at) => at.closest("input, textarea, select, [contenteditable]") !== null;

  /** The button that takes the last ruling back: that of the notice first, then the newest on the page. */
  const undo = () =>
    document.querySelector('#notice form[action="/undo"] button') ?? held().querySelector('form[action="/undo"] button');

  document.addEventListener("keydown", (event) => {
    if (!held() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!(event.target instanceof Element) || writing(event.target) || document.querySelector("dialog[open]")) return;
    const found = event.key === "u" ? undo() : held().querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!found) return;
    event.preventDefault();
    if (found.matches("input")) found.focus();
    else found.click();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.matches?.("[data-keys]")) held()?.focus({ preventScroll: true });
  });
})();
