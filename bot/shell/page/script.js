"use strict";
(() => {
  const all = [...document.querySelectorAll(".s")];
  const main = document.querySelector("#documents");
  const panel = document.querySelector(".panel");
  const search = document.querySelector("input[type=search]");
  const count = document.querySelector("#count");
  const boxes = [...document.querySelectorAll(".only input")];
  let here = -1, found = [], at = -1;
  document.body.classList.add("live");

  const tell = (sentence) => {
    const link = document.createElement("a");
    link.href = "#" + sentence.id;
    link.textContent = sentence.dataset.place;
    link.tabIndex = -1;
    panel.replaceChildren(sentence.dataset.why + " ", link);
  };
  const go = (sentence) => {
    here = all.indexOf(sentence);
    sentence.tabIndex = -1;
    sentence.focus();
    sentence.scrollIntoView({ block: "nearest" });
  };
  const shown = () => all.filter((sentence) => !sentence.classList.contains("off"));
  main.addEventListener("pointerover", (event) => {
    const sentence = event.target.closest(".s");
    if (sentence) tell(sentence);
  });
  main.addEventListener("focusin", (event) => {
    const sentence = event.target.closest(".s");
    if (sentence) tell(sentence);
  });
  main.addEventListener("click", (event) => {
    const sentence = event.target.closest(".s");
    if (sentence && getSelection().isCollapsed && !event.target.closest("a")) go(sentence);
  });
  main.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("a, input, button")) return;
    const list = shown();
    const place = here < 0 ? -1 : list.indexOf(all[here]);
    const next = list[Math.min(list.length - 1, Math.max(0, place < 0 ? 0 : place + step))];
    if (next) { event.preventDefault(); go(next); }
  });

  const filter = () => {
    const only = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const part of document.querySelectorAll(".s"))
      part.classList.toggle("off", only.size > 0 && !only.has(part.dataset.who));
    look();
  };
  boxes.forEach((box) => box.addEventListener("change", filter));

  const look = () => {
    const wanted = search.value.trim().toLowerCase().replace(/\s+/g, " ");
    found.forEach((sentence) => sentence.classList.remove("found"));
    found = wanted ? shown().filter((sentence) => sentence.textContent.toLowerCase().includes(wanted)) : [];
    found.forEach((sentence) => sentence.classList.add("found"));
    at = -1;
    count.textContent = wanted ? `${found.length} of ${shown().length} sentences` : "";
  };
  let waiting;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 150); });
  document.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!found.length) look();
    if (!found.length) return;
    at = (at + 1) % found.length;
    found[at].scrollIntoView({ block: "center" });
    tell(found[at]);
    here = all.indexOf(found[at]);
    count.textContent = `${at + 1} of ${found.length}`;
  });
})();
