// An article that is pasted into the empty field, or dropped anywhere on the page, is read at once.
"use strict";
(() => {
  const form = document.getElementById("read");
  const text = document.getElementById("text");
  const file = document.getElementById("file");
  const busy = document.getElementById("busy");
  const send = () => form.requestSubmit();
  form.addEventListener("submit", (event) => {
    if (!text.value.trim() && !file.files.length) {
      event.preventDefault();
      text.focus();
      return;
    }
    busy.hidden = false;
  });
  text.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      file.files = event.clipboardData.files;
      send();
    } else if (!text.value.trim()) {
      setTimeout(() => { if (text.value.trim()) send(); }, 0);
    }
  });
  file.addEventListener("change", () => { if (file.files.length) send(); });
  document.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length) {
      file.files = event.dataTransfer.files;
      send();
    } else if (event.target !== text) {
      text.value = event.dataTransfer.getData("text/plain");
      send();
    }
  });
  window.addEventListener("pageshow", () => { busy.hidden = true; });
})();
