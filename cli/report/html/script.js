"use strict";
// Articles of a group that are shown at a time; the reader asks for more.
const PAGE = 50;
const form = document.getElementById("filter");
const told = document.getElementById("told");
const groups = [...document.querySelectorAll("details.group")].map((element) => ({
  element,
  code: element.dataset.rule.slice(0, 3),
  rule: element.dataset.rule.toLowerCase(),
  count: element.querySelector(".count"),
  shown: PAGE,
  articles: [...element.querySelectorAll("article")].map((article) => ({ article, text: null })),
  more: null,
}));
// The text of an article is read when somebody searches: of thousands that takes a while.
function textOf(group, entry) {
  entry.text ??= (group.rule + " " + entry.article.textContent).toLowerCase();
  return entry.text;
}
function deviceOf(entry) {
  entry.device ??= entry.article.querySelector("code.device")?.textContent ?? "";
  return entry.device;
}
function more(group, left) {
  if (!group.more) {
    group.more = document.createElement("p");
    group.more.className = "more";
    const button = document.createElement("button");
    button.type = "button";
    button.addEventListener("click", () => { group.shown += PAGE; apply(); });
    group.more.append(button);
    group.element.append(group.more);
  }
  group.more.hidden = left === 0;
  group.more.firstChild.textContent = "Show " + Math.min(left, PAGE) + " of " + left + " more";
}
function apply() {
  const value = (name) => form.elements[name]?.value.trim() ?? "";
  const words = value("words").toLowerCase().split(/\s+/).filter(Boolean);
  const [severity, family, state] = [value("severity"), value("family"), value("state")];
  const device = value("device").toUpperCase();
  const narrowed = Boolean(words.length || severity || family || state || device);
  let all = 0;
  for (const group of groups) {
    let here = 0;
    for (const entry of group.articles) {
      const { severity: own, state: baseline } = entry.article.dataset;
      const fits = (!family || group.code === family)
        && (!severity || own === severity)
        && (!state || baseline === state)
        && (!device || deviceOf(entry).includes(device))
        && words.every((word) => textOf(group, entry).includes(word));
      here += fits;
      entry.article.hidden = !fits;
      // What is only on a later page is printed all the same.
      entry.article.classList.toggle("later", fits && here > group.shown);
    }
    group.element.hidden = here === 0;
    group.count.textContent = narrowed ? here + " of " + group.articles.length : here;
    if (narrowed && here && here <= PAGE) group.element.open = true;
    more(group, Math.max(0, here - group.shown));
    all += here;
  }
  told.textContent = all + (all === 1 ? " finding" : " findings");
}
let timer = 0;
function later() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    for (const group of groups) group.shown = PAGE;
    apply();
  }, 120);
}
// Shows the finding or the device that the address names, whatever hides it.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const group = groups.find(({ element }) => element.contains(target));
  if (group && (target.hidden || target.classList.contains("later"))) {
    form.reset();
    const at = group.articles.findIndex(({ article }) => article === target);
    group.shown = Math.max(group.shown, at + 1);
    apply();
  }
  const details = target.closest("details");
  if (details) {
    details.open = true;
    target.scrollIntoView();
  }
}
if (form) {
  form.hidden = false;
  form.addEventListener("input", later);
  form.addEventListener("reset", () => setTimeout(later));
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  const all = form.elements.all;
  all.addEventListener("click", () => {
    const open = groups.some(({ element }) => !element.open && !element.hidden);
    for (const { element } of groups) element.open = open;
    all.textContent = open ? "Close all" : "Open all";
  });
  for (const link of document.querySelectorAll("a[data-family],a[data-device]")) {
    link.addEventListener("click", () => {
      form.reset();
      if (link.dataset.family) form.elements.family.value = link.dataset.family;
      if (link.dataset.device) form.elements.device.value = link.dataset.device;
      later();
    });
  }
  apply();
}
window.addEventListener("hashchange", reveal);
reveal();
