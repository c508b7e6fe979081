/* Small comforts for the calculator; the page works without any of this. */
"use strict";

(() => {
  /* Rows share a name so that one is open at a time. On paper they must all be open, so the name
     goes before the frame's own script opens them, or after: both orders end with all open. */
  const named = new Map();
  const opened = new Set();
  addEventListener("beforeprint", () => {
    for (const row of document.querySelectorAll("details.sv-frist[name]")) {
      named.set(row, row.getAttribute("name"));
      row.removeAttribute("name");
    }
    for (const row of document.querySelectorAll("details.sv-frist[data-skriv]:not([open])")) {
      row.open = true;
      opened.add(row);
    }
  });
  addEventListener("afterprint", () => {
    for (const row of opened) {
      row.open = false;
    }
    for (const [row, name] of named) {
      row.setAttribute("name", name);
    }
    opened.clear();
    named.clear();
  });

  /* Print buttons that arrive with a new piece of the page. */
  const wake = () => {
    for (const button of document.querySelectorAll("[data-skriv-ut][hidden]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  };
  document.addEventListener("htmx:after:swap", wake);
})();
