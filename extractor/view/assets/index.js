// Filters of the list of articles: words without tone marks, a month, a type of record.
"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const folded = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  const [words, month, kind, count] = ["words", "month", "kind", "count"].map((n) => document.getElementById(`filter-${n}`));
  const rows = [...document.querySelectorAll("#articles > li")];
  const filter = () => {
    const wanted = folded(words.value).split(/\s+/).filter(Boolean).join(" ");
    let shown = 0;
    for (const row of rows) {
      const fits = row.dataset.words.includes(wanted) && (month.value === "*" || row.dataset.month === month.value)
        && (kind.value === "*" || row.dataset.kinds.split(" ").includes(kind.value));
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = `${count.dataset.label} ${shown}`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
