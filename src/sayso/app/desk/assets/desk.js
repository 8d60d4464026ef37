// Keys that every page knows: / search, ? keys, g and a letter for a page. All of it can be done without.
"use strict";
(() => {
  const writing = at => at.closest("input, textarea, select, [contenteditable]") !== null;
  let going = 0; // when g was pressed

  const help = () => {
    const dialog = document.getElementById("help");
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.scrollTop = 0; // what has the focus stands at its end
  };

  const go = letter => {
    const link = document.querySelector(`nav a[data-letter="${CSS.escape(letter)}"]`);
    if (link) link.click();
    return link !== null;
  };

  // At the window and before all others: the letter after g is never a key of the page.
  window.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(event.target instanceof Element)) return;
    if (writing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    const taken = () => { event.preventDefault(); event.stopImmediatePropagation(); };
    if (going && event.timeStamp - going < 1500) {
      going = 0;
      if (go(event.key)) taken();
      return;
    }
    going = 0;
    if (event.key === "g") { going = event.timeStamp; taken(); }
    else if (event.key === "?") { taken(); help(); }
    else if (event.key === "/") {
      taken();
      const find = document.querySelector("main [data-search]") || document.getElementById("find");
      find.focus();
      find.select();
    }
  }, true);

  document.addEventListener("click", event => {
    const link = event.target instanceof Element && event.target.closest("#help-link");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); help(); }
  });

  // What went wrong takes the focus, so that it is read out and a key acts on it.
  document.addEventListener("htmx:afterSwap", event => {
    if (event.detail.target && event.detail.target.id === "notice" && event.detail.xhr && event.detail.xhr.status >= 400) {
      const notice = document.getElementById("notice");
      notice.focus();
      notice.scrollIntoView({block: "nearest"});
    }
  });
  document.addEventListener("htmx:sendError", () => {
    const notice = document.getElementById("notice");
    const told = document.createElement("div");
    told.className = "trouble";
    told.setAttribute("role", "alert");
    told.textContent = "The desk does not answer. Is it still running? Nothing you sent since was kept.";
    notice.replaceChildren(told);
  });
})();
