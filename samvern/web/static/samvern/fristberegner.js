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

  /* The case lives in the page alone, so leaving it by anything but its own forms asks first. The
     flag falls by itself: a form may be sent by script, or answered with a file. */
  let own = false;
  const sendOwn = () => {
    own = true;
    setTimeout(() => {
      own = false;
    }, 3000);
  };
  const hasEvents = () => {
    const field = document.querySelector("#beregner input[name=inn]");
    try {
      return JSON.parse(field.value).hendelser.length > 0;
    } catch {
      return false;
    }
  };
  /* The written form is of the whole page, so what is typed is sent along by the browser itself. */
  document.addEventListener("submit", (event) => {
    if (event.submitter?.name === "maalform") {
      event.stopPropagation();
      sendOwn();
    }
  }, true);
  document.addEventListener("submit", (event) => {
    const chosen = event.submitter?.getAttribute("formaction");
    const to = chosen || event.target.getAttribute("action") || "";
    if (new URL(to, location.href).pathname === location.pathname) {
      sendOwn();
    }
  });
  addEventListener("beforeunload", (event) => {
    if (!own && hasEvents()) {
      event.preventDefault();
    }
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
