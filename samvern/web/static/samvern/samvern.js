/* Small comforts on top of pages that work without any of this. No framework, nothing stored
   but the colour choice the form below would have set as well. */
"use strict";

(() => {
  const YEAR = 365 * 24 * 3600;
  const root = document.documentElement;

  const chooseColour = (form, button) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie =
      `fargevalg=${button.value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    root.dataset.colorScheme = button.dataset.scheme;
    for (const other of form.querySelectorAll("button[name=fargevalg]")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
  };

  /* In the calculator the buttons send another form, with the case; before that form hears of it. */
  document.addEventListener("submit", (event) => {
    const group = event.submitter?.closest("[data-fargevalg]");
    if (group) {
      event.preventDefault();
      event.stopPropagation();
      chooseColour(group, event.submitter);
    }
  }, true);

  /* Single-key shortcuts: never while typing, never with a modifier, and they can be turned off
     on the shortcuts page (WCAG 2.1.4). None of them saves anything. */
  const isTyping = (target) =>
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  const isOff = () => document.cookie.split("; ").includes("hurtigtaster=av");

  const focusSearch = () => {
    const field = document.querySelector("[data-soek]");
    if (field) {
      field.focus();
    }
    return Boolean(field);
  };

  /* Back to where one was, so that the keys of the page work again. */
  let before = null;
  const leaveSearch = (field) => {
    field.blur();
    if (before?.isConnected) {
      before.focus();
    }
  };
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-soek]")) {
      before = event.relatedTarget;
    }
  });

  const closeOpen = () => {
    const open = document.querySelector(
      "details.sv-mobilmeny[open], details.sv-brukermeny[open]",
    );
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    }
    return Boolean(open);
  };

  const openHelp = () => {
    const link = document.querySelector("[data-hurtigtaster]");
    if (link) {
      location.assign(link.href);
    }
    return Boolean(link);
  };

  /* Lists: j and k move between the links of the rows, and Enter follows a link as always. */
  const moveRow = (step) => () => {
    const links = [...document.querySelectorAll("a[data-rad]")];
    const here = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
    const first = step > 0 ? 0 : links.length - 1;
    const next = links[here < 0 ? first : here + step];
    if (next) {
      next.focus();
    }
    return Boolean(next);
  };

  /* «g a» and «g r»: the menu's own link, so that nobody is sent where they have no business. */
  const PLACES = { a: "/arbeidsliste/", r: "/saker/" };
  const WAIT = 1500;
  let askedAt = -WAIT;
  const ask = (event) => {
    askedAt = event.timeStamp;
    return true;
  };
  const goTo = (event) => {
    const asked = event.timeStamp - askedAt < WAIT;
    askedAt = -WAIT;
    const link = asked && PLACES[event.key]
      && document.querySelector(`.sv-hovedmeny a[href="${PLACES[event.key]}"]`);
    if (link) {
      location.assign(link.href);
    }
    return Boolean(link);
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape") {
      if (!closeOpen() && event.target.matches("[data-soek]")) {
        leaveSearch(event.target);
      }
      return;
    }
    if (isTyping(event.target) || isOff()) {
      return;
    }
    const action = {
      "/": focusSearch, "?": openHelp, g: ask, j: moveRow(1), k: moveRow(-1),
    }[event.key];
    if (goTo(event) || (action && action(event))) {
      event.preventDefault();
    }
  });

  /* Printing: every explanation that is part of the page is opened first, and closed after. */
  const opened = new Set();
  addEventListener("beforeprint", () => {
    for (const row of document.querySelectorAll("details.sv-frist[data-skriv]:not([open])")) {
      row.open = true;
      opened.add(row);
    }
  });
  addEventListener("afterprint", () => {
    for (const row of opened) {
      row.open = false;
    }
    opened.clear();
  });

  for (const button of document.querySelectorAll("[data-skriv-ut]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
