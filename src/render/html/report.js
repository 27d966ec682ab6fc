
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  document.querySelector(".tools").hidden = false;
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const pane = byId("text");
  const close = byId("close");
  const narrow = matchMedia("(max-width: 1100px)");
  let opener = null;

  // A clause is shown in the pane beside what cites it; where there is no room beside, the pane comes up from below.
  const showClause = (target, from) => {
    for (const hit of document.querySelectorAll(".clause-block.hit")) hit.classList.remove("hit");
    const block = target.closest(".clause-block") || target;
    block.classList.add("hit");
    if (narrow.matches) {
      pane.classList.add("sheet");
      close.hidden = false;
      opener = from;
    }
    pane.scrollTop += block.getBoundingClientRect().top - pane.getBoundingClientRect().top - 70;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  };
  const closeSheet = () => {
    pane.classList.remove("sheet");
    close.hidden = true;
    if (opener) opener.focus();
    opener = null;
  };
  close.addEventListener("click", closeSheet);
  const unfold = (element) => {
    for (let one = element; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = byId(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (!target) return;
    if (pane.contains(target) && target !== pane) {
      event.preventDefault();
      const dialog = document.querySelector("dialog[open]");
      if (dialog) dialog.close();
      history.replaceState(null, "", "#" + target.id);
      showClause(target, link);
    } else {
      if (pane.classList.contains("sheet")) closeSheet();
      unfold(target);
    }
  });
  const open = byId(decodeURIComponent(location.hash.slice(1)));
  if (open) {
    unfold(open);
    if (pane.contains(open) && open !== pane) showClause(open, null); else open.scrollIntoView();
  }

  // Search: units, posts and duties by their rows, clauses by their citation and words.
  const field = byId("search");
  const list = byId("results");
  const found = byId("found");
  const MOST = 30;
  let index = null;
  let chosen = -1;
  const entries = () => {
    if (index) return index;
    index = [];
    for (const row of document.querySelectorAll("table.units tr[id], table.posts tr[id], table.duties tr[id]")) {
      const name = row.querySelector("strong");
      const sort = row.closest("section").querySelector("h2").textContent;
      const more = row.closest("table").classList.contains("duties") ? row.children[3].textContent : "";
      if (name) index.push({ name: (name.textContent + " " + more).trim(), sort, id: row.id, text: plain(name.textContent + more) });
    }
    for (const block of pane.querySelectorAll(".clause-block[id]")) {
      const words = [...block.querySelectorAll("p:not(.back)")].map((p) => p.textContent).join("");
      index.push({ name: block.dataset.name + " " + words.slice(0, 60), sort: "条", id: block.id, text: plain(block.dataset.name + words) });
    }
    return index;
  };
  const choose = (place) => {
    const items = [...list.children];
    chosen = items.length ? (place + items.length) % items.length : -1;
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    if (items[chosen]) {
      items[chosen].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", items[chosen].id);
    }
  };
  const shut = () => { list.hidden = true; field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); };
  const go = (id) => {
    shut();
    const target = byId(id);
    if (pane.contains(target)) { history.replaceState(null, "", "#" + id); showClause(target, field); return; }
    unfold(target);
    location.hash = id;
    target.scrollIntoView();
  };
  const search = () => {
    const wanted = plain(field.value);
    list.replaceChildren();
    if (!wanted) { found.textContent = ""; shut(); return; }
    const hits = entries().filter((entry) => entry.text.includes(wanted));
    hits.slice(0, MOST).forEach((entry, at) => {
      const item = document.createElement("li");
      const sort = document.createElement("small");
      sort.textContent = entry.sort;
      item.append(sort, entry.name.slice(0, 70));
      item.id = "result-" + at;
      item.setAttribute("role", "option");
      item.addEventListener("mousedown", (event) => { event.preventDefault(); go(entry.id); });
      item.dataset.target = entry.id;
      list.append(item);
    });
    found.textContent = document.querySelector(".search").dataset.found.replace("%", String(hits.length));
    list.hidden = hits.length === 0;
    field.setAttribute("aria-expanded", String(hits.length > 0));
    choose(0);
  };
  let waiting = 0;
  field.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(search, 100);
  });
  field.addEventListener("compositionend", search);
  field.addEventListener("blur", shut);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen - 1); }
    if (event.key === "Enter") { clearTimeout(waiting); search(); if (list.children[chosen]) go(list.children[chosen].dataset.target); }
    if (event.key === "Escape") { field.value = ""; search(); field.blur(); }
  });

  // Light and dark.
  const root = document.documentElement;
  const turn = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  byId("theme").addEventListener("click", turn);
  byId("print").addEventListener("click", () => print());

  // The chart in the whole window.
  for (const button of document.querySelectorAll(".enlarge")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dialog = document.createElement("dialog");
      const shutter = document.createElement("button");
      shutter.type = "button";
      shutter.textContent = close.textContent;
      shutter.addEventListener("click", () => dialog.close());
      const home = button.previousElementSibling;
      const drawing = home.firstElementChild;
      dialog.className = "chart";
      dialog.append(shutter, drawing);
      dialog.addEventListener("close", () => { home.append(drawing); dialog.remove(); button.focus(); });
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  // j and k lead through the findings, / to the search, d turns light and dark, Escape closes.
  let now = -1;
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, textarea, select")) return;
    if (event.key === "Escape" && pane.classList.contains("sheet")) { closeSheet(); return; }
    if (event.key === "/") { event.preventDefault(); field.focus(); return; }
    if (event.key === "d") { turn(); return; }
    if (event.key !== "j" && event.key !== "k") return;
    const findings = [...document.querySelectorAll(".finding")].filter((one) => one.offsetParent !== null);
    if (!findings.length) return;
    if (findings[now]) findings[now].classList.remove("now");
    now = Math.min(Math.max(now + (event.key === "j" ? 1 : -1), 0), findings.length - 1);
    findings[now].classList.add("now");
    findings[now].scrollIntoView({ block: "center" });
    findings[now].focus({ preventScroll: true });
  });

  // Where we are.
  const links = new Map([...document.querySelectorAll("nav.contents a")].map((link) => [link.getAttribute("href").slice(1), link]));
  const mark = () => {
    let here = null;
    for (const section of document.querySelectorAll("main > section")) if (section.getBoundingClientRect().top < 140) here = section.id;
    for (const [id, link] of links) if (id === (here || "summary")) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
})();
