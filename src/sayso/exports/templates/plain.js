"use strict";
(() => {
  document.documentElement.classList.add("scripted"); // what asks for it is hidden without
  const claims = [...document.querySelectorAll(".claim")];
  const search = document.getElementById("search");
  const words = new Map(claims.map((claim) => [claim, claim.textContent.toLocaleLowerCase()]));

  const filter = () => {
    const asked = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const story of document.querySelectorAll(".story")) {
      const chosen = [...story.querySelectorAll("[data-filter]")].filter((select) => select.value);
      let shown = 0;
      const held = story.querySelectorAll(".claim");
      for (const claim of held) {
        const fits = chosen.every((s) => claim.dataset[s.dataset.filter].split(" ").includes(s.value));
        claim.hidden = !(fits && asked.every((word) => words.get(claim).includes(word)));
        shown += claim.hidden ? 0 : 1;
      }
      const output = story.querySelector(".shown-count");
      if (output) output.textContent = shown === held.length ? `${shown} claims` : `${shown} of ${held.length} claims`;
    }
  };

  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };

  const light = (id) => {
    for (const mark of document.querySelectorAll("mark.lit")) mark.classList.remove("lit");
    const marks = [...document.querySelectorAll("mark[data-of]")].filter((m) => m.dataset.of.split(" ").includes(id));
    for (const mark of marks) mark.classList.add("lit");
    return marks[0];
  };

  document.addEventListener("input", filter);
  document.addEventListener("change", filter);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-goto]");
    if (link) {
      const first = light(link.dataset.goto);
      if (first) {
        event.preventDefault();
        open(first);
        first.scrollIntoView({ block: "center" });
      }
      return;
    }
    const mark = event.target.closest("mark[data-of]");
    if (mark) light(mark.dataset.of.split(" ")[0]);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "j" || event.key === "k") {
      const visible = claims.filter((claim) => !claim.hidden);
      const at = visible.indexOf(document.activeElement);
      const next = visible[Math.max(0, Math.min(visible.length - 1, at + (event.key === "j" ? 1 : -1)))];
      if (next) next.focus();
    }
  });
  filter();
})();
