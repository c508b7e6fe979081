/* The forms of the register: a draft at each change, and what follows from it. The pages work
   without any of this: every button is a button of the form. */
"use strict";

(() => {
  const WAIT = 600;
  const AGAIN = 5000;

  /* Search in a long list: the options that do not match are taken out, and the list opens. */
  const wakeList = (box) => {
    const select = box.nextElementSibling;
    const field = box.querySelector("input");
    const told = box.querySelector("[data-treff]");
    const all = [...select.options];
    box.hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const chosen = select.value;
      const found = all.filter(
        (o) => o.value && words.every((word) => o.text.toLowerCase().includes(word)),
      );
      const kept = all.filter((o) => !o.value || o.value === chosen || found.includes(o));
      select.replaceChildren(...(words.length ? kept : all));
      select.value = chosen;
      select.size = words.length ? Math.min(Math.max(kept.length, 2), 7) : 1;
      told.textContent = words.length ? count(told, found.length) : "";
    });
    /* The search field is no part of what is sent. */
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        select.focus();
      }
    });
  };
  const count = (told, n) => (n === 1 ? told.dataset.ett : `${n} ${told.dataset.flere}`);

  /* Search among the event types: groups with nothing left are hidden. */
  const wakeTypes = (box) => {
    const field = box.querySelector("input");
    const told = box.querySelector("[data-treff]");
    box.hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let n = 0;
      for (const group of document.querySelectorAll(".rg-typegruppe")) {
        let left = 0;
        for (const row of group.querySelectorAll("[data-soekeord]")) {
          const text = row.dataset.soekeord.toLowerCase();
          row.hidden = !words.every((word) => text.includes(word));
          left += row.hidden ? 0 : 1;
        }
        group.hidden = left === 0;
        n += left;
      }
      told.textContent = words.length ? (n ? count(told, n) : told.dataset.ingen) : "";
    });
  };

  const wake = (root) => {
    root.querySelectorAll("div[data-soek][hidden]").forEach(wakeList);
    root.querySelectorAll("div[data-typesoek][hidden]").forEach(wakeTypes);
  };
  wake(document);

  const form = document.querySelector("form[data-utkast]");
  if (!form) {
    return;
  }
  const told = document.getElementById("utkast-status");
  let timer = 0;
  let leaving = false;
  let written = 0;

  const ask = async (handling) => {
    const body = new URLSearchParams(new FormData(form));
    body.set("handling", handling);
    const answer = await fetch(form.getAttribute("action") || location.href, {
      method: "POST",
      body,
      credentials: "same-origin",
    });
    if (!answer.ok || answer.redirected) {
      throw new Error("not kept");
    }
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  /* Put in a part of the answer, but never under the fingers of the one who writes. */
  const put = (part) => {
    const here = document.getElementById(part.id);
    if (!here || here.contains(document.activeElement)) {
      return;
    }
    if (here.innerHTML.trim() !== part.innerHTML.trim()) {
      here.replaceChildren(...part.childNodes);
      wake(here);
    }
  };

  const keep = async () => {
    const asked = written;
    try {
      const page = await ask("utkast");
      const status = page.getElementById("utkast-status");
      if (!status) {
        throw new Error("not kept");
      }
      told.textContent = status.textContent.trim();
      /* What has been typed since, the answer does not know; the next one does. */
      if (asked === written) {
        page.querySelectorAll("[data-del]").forEach(put);
      }
    } catch {
      told.textContent = form.dataset.venter;
      later(AGAIN);
    }
  };
  const later = (wait) => {
    clearTimeout(timer);
    if (!leaving) {
      timer = setTimeout(keep, wait);
    }
  };

  form.addEventListener("change", (event) => {
    written += 1;
    if (event.target.name === "felt_p_identitet") {
      ask("oppdater")
        .then((page) => put(page.getElementById("del-person")))
        .catch(() => later(AGAIN));
      return;
    }
    later(0);
  });
  form.addEventListener("input", () => {
    written += 1;
    later(WAIT);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  addEventListener("pageshow", () => {
    leaving = false;
  });
})();
