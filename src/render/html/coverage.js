
"use strict";
(() => {
  const box = document.querySelector(".search");
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const sentences = [...document.querySelectorAll(".sentence")];
  const articles = [...document.querySelectorAll(".article, .chapter")];
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const texts = new Map();
  const textOf = (sentence) => {
    if (!texts.has(sentence)) texts.set(sentence, plain(sentence.textContent));
    return texts.get(sentence);
  };
  const visible = () => sentences.filter((sentence) => sentence.offsetParent !== null);

  const update = () => {
    const wanted = plain(field.value);
    for (const sentence of sentences) {
      sentence.classList.toggle("missed", wanted !== "" && !textOf(sentence).includes(wanted));
    }
    for (const article of articles) {
      article.classList.toggle("missed", wanted !== "" && !article.querySelector(".sentence:not(.missed)"));
    }
    found.textContent = box.dataset.found.replace("%", String(visible().length));
  };
  box.hidden = false;
  let waiting = 0;
  field.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(update, 120);
  });
  field.addEventListener("compositionend", update);
  for (const choice of document.querySelectorAll("input[name=show]")) choice.addEventListener("change", update);
  update();

  // j and k lead to the next and the previous sentence that was not understood, / to the search.
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === field) {
      if (event.key === "Escape") { field.value = ""; update(); field.blur(); }
      return;
    }
    if (event.target.matches("input, textarea, select")) return;
    if (event.key === "/") { event.preventDefault(); field.focus(); return; }
    if (event.key !== "j" && event.key !== "k") return;
    const open = visible().filter((sentence) => sentence.classList.contains("not-understood"));
    const edge = document.querySelector(".controls").getBoundingClientRect().bottom + 24;
    const here = open.findIndex((sentence) => location.hash === "#" + sentence.id);
    const below = open.findIndex((sentence) => sentence.getBoundingClientRect().top > edge);
    const next = here >= 0 ? here + (event.key === "j" ? 1 : -1) : (below < 0 ? open.length : below) - (event.key === "j" ? 0 : 1);
    if (open[next]) location.hash = open[next].id;
  });

  // On paper everything is open.
  const closed = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...closed()]; for (const one of opened) one.open = true; });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
})();
