/* Small comforts for the case page; everything works without them. No key saves anything. */
"use strict";

(() => {
  const isOff = () => document.cookie.split("; ").includes("hurtigtaster=av");
  const isTyping = (target) =>
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

  /* The rows one moves between: deadlines and events, in the order they stand. */
  const rows = () =>
    [...document.querySelectorAll("details.sv-frist > summary, tr[data-rad]")].filter(
      (row) => row.getClientRects().length > 0,
    );

  const current = () => document.activeElement?.closest("summary, tr[data-rad]");

  const focusRow = (row) => {
    if (row.tagName === "TR") {
      row.tabIndex = -1;
    }
    row.focus();
  };

  const move = (step) => {
    const all = rows();
    const at = all.indexOf(current());
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    if (all[next]) {
      focusRow(all[next]);
    }
    return true;
  };

  /* «h»: why this date? Of the row with focus, else of the first one. */
  const why = () => {
    const inside = document.activeElement?.closest("details.sv-frist");
    const row = inside ?? document.querySelector("#frister details.sv-frist");
    if (!row) {
      return false;
    }
    row.open = !row.open;
    row.querySelector("summary").focus();
    return true;
  };

  const register = () => {
    const link = document.querySelector("[data-ny-hendelse]");
    if (link) {
      location.assign(link.href);
    }
    return Boolean(link);
  };

  const table = () => {
    const found = document.getElementById("tidslinje-tabell");
    if (!found) {
      return false;
    }
    found.open = !found.open;
    found.querySelector("summary").focus();
    return true;
  };

  const actions = {
    h: why,
    n: register,
    t: table,
    j: () => move(1),
    k: () => move(-1),
  };

  document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (event.defaultPrevented || modified || isTyping(event.target) || isOff()) {
      return;
    }
    const action = actions[event.key];
    if (action && action()) {
      event.preventDefault();
    }
  });

  /* A link to a deadline opens its row, also where the browser does not do it by itself. */
  const openTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (let row = target && target.closest("details"); row; ) {
      row.open = true;
      row = row.parentElement.closest("details");
    }
    if (target) {
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", openTarget);
  openTarget();
})();
