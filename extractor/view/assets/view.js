// Hover or keyboard focus on a record's words shows its row, and the other way round. Without scripts the links do it.
"use strict";
(() => {
  const anchors = (element) => {
    const found = [];
    for (let e = element; e instanceof Element; e = e.parentElement) {
      const name = e.dataset.r || e.dataset.row;
      if (name) found.push(name);
      if (e.dataset.row || found.length) break;
    }
    return found;
  };
  const parts = (name) => {
    const quoted = CSS.escape(name);
    return document.querySelectorAll(`[data-r="${quoted}"], [data-row="${quoted}"]`);
  };
  let shown = "";
  const show = (name, scroll) => {
    if (name === shown) return;
    if (shown) parts(shown).forEach((e) => e.classList.remove("on"));
    shown = name;
    if (!name) return;
    const found = [...parts(name)];
    found.forEach((e) => e.classList.add("on"));
    const row = found.find((e) => e.tagName === "TR" && e.id) || found.find((e) => e.dataset.row);
    const pane = row && row.closest(".found");
    if (scroll && pane && pane.scrollHeight > pane.clientHeight) {
      const r = row.getBoundingClientRect(), p = pane.getBoundingClientRect();
      if (r.top < p.top || r.bottom > p.bottom) pane.scrollTop += r.top - p.top - p.height / 3;
    }
  };
  const follow = (event) => {
    const name = anchors(event.target)[0] || "";
    show(name, event.target.closest(".text") !== null);
  };
  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("pointerleave", () => show("", false));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") show("", false); });
})();
