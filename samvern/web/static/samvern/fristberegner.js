/* Small comforts for the calculator; the page works without any of this. */
"use strict";

(() => {
  /* Rows share a name so that one is open at a time. On paper they must all be open. */
  const named = new Map();
  const release = () => {
    for (const row of document.querySelectorAll("details.sv-frist[name]")) {
      named.set(row, row.name);
      row.removeAttribute("name");
    }
  };
  const restore = () => {
    for (const [row, name] of named) {
      row.name = name;
    }
    named.clear();
  };
  addEventListener("beforeprint", release, { capture: true });
  addEventListener("afterprint", restore);

  /* Print buttons that arrive with a new piece of the page. */
  const wake = () => {
    for (const button of document.querySelectorAll("[data-skriv-ut][hidden]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  };
  document.addEventListener("htmx:after:swap", wake);
})();
