/* Filters of the work list and the register: the address follows what is chosen, so that reload,
   back and bookmarks give the same list. Without this file the filters are a plain form. */
"use strict";

(() => {
  const address = (form) => {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value) {
        chosen.append(name, value);
      }
    }
    return `${form.getAttribute("action")}?${chosen}`;
  };

  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-filter]");
    if (form) {
      history.replaceState(history.state, "", address(form));
    }
  });
})();
