"use strict";
const form = document.getElementById("filter");
const told = document.getElementById("told");
const groups = [...document.querySelectorAll("details.group")].map((group) => ({
  group,
  articles: [...group.querySelectorAll("article")].map((article) => ({
    article,
    severity: article.dataset.severity,
    text: (group.dataset.rule + " " + article.textContent).toLowerCase(),
  })),
}));
let timer = 0;
function apply() {
  const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const severity = form.elements.severity.value;
  let shown = 0;
  for (const { group, articles } of groups) {
    let here = 0;
    for (const { article, severity: own, text } of articles) {
      const fits = (!severity || own === severity) && words.every((word) => text.includes(word));
      article.hidden = !fits;
      here += fits;
    }
    group.hidden = here === 0;
    if (words.length && here) group.open = true;
    shown += here;
  }
  told.textContent = shown + " findings shown";
}
function later() {
  clearTimeout(timer);
  timer = setTimeout(apply, 150);
}
form.hidden = false;
form.addEventListener("input", later);
form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
form.elements.all.addEventListener("click", () => {
  const open = groups.some(({ group }) => !group.open && !group.hidden);
  for (const { group } of groups) group.open = open;
});
window.addEventListener("beforeprint", () => { for (const { group } of groups) group.open = true; });
