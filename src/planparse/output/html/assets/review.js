"use strict";
// Selecting, filtering, searching and keys of the review page. Text reaches the page by textContent only.

const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const text = one("#text");
const say = (key, values = {}) =>
  data.words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const groupBy = (elements, attribute) => {
  const groups = new Map();
  for (const element of elements) {
    for (const key of element.dataset[attribute].split(" ")) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(element);
    }
  }
  return groups;
};
const marksOf = { v: groupBy(all("[data-v]", text), "v"), n: groupBy(all("[data-n]", text), "n"), f: groupBy(all("[data-f]", text), "f") };
const cards = all(".card");
const cardOf = new Map(cards.map((card) => [card.dataset.n, card]));
const outlineOf = new Map(all("#outline a").map((link) => [link.dataset.n, link.parentElement]));
const buttonOf = new Map(all("#records [data-v]").map((button) => [Number(button.dataset.v), button]));
const isNarrow = () => matchMedia("(max-width: 60rem)").matches;

// --- panes -------------------------------------------------------------------------------------

function showPane(name) {
  root.dataset.tab = name;
  for (const tab of all("[role=tab]")) tab.setAttribute("aria-selected", String(tab.dataset.tab === name));
  const chosen = name === "text" ? one(".selected", text) : one(".current, [aria-current]", one(`#${name}`));
  if (chosen) bring(chosen);
}

/** Scroll to an element. What was never on the screen has an estimated height: look again once it is drawn. */
function bring(element, again = 3) {
  element.scrollIntoView({ block: "center" });
  if (again) requestAnimationFrame(() => bring(element, again - 1));
}

/** Bring an element of the text or of a list into view, in its pane if that is hidden. */
function reveal(element, pane) {
  if (!element) return;
  if (pane === "text" ? isNarrow() : root.dataset.tab !== pane) showPane(pane);
  bring(element);
}

// --- selecting ---------------------------------------------------------------------------------

let current = { node: null, value: null, finding: null };

function clearSelection() {
  for (const element of all(".selected, .node", text)) element.classList.remove("selected", "node");
  for (const element of all(".current")) element.classList.remove("current");
  for (const element of all("[aria-current]")) element.removeAttribute("aria-current");
  current = { node: null, value: null, finding: null };
}

function markNode(node) {
  current.node = node;
  for (const mark of marksOf.n.get(node) || []) mark.classList.add("node");
  for (const element of [cardOf.get(node), outlineOf.get(node)]) if (element) element.classList.add("current");
}

/** `from` is the side that was clicked; the other one is brought into view. */
function selectValue(number, from) {
  clearSelection();
  const value = data.values[number];
  markNode(value.node);
  current.value = number;
  const marks = marksOf.v.get(String(number)) || [];
  for (const mark of marks) mark.classList.add("selected");
  const button = buttonOf.get(number);
  if (button) {
    unhide(button.closest(".card"));
    button.setAttribute("aria-current", "true");
  }
  inspect(number);
  if (from !== "text") reveal(marks[0], "text");
  else if (!isNarrow()) reveal(button, "records");
  if (from === "records" && !isNarrow()) button.scrollIntoView({ block: "nearest" });  // the form took room
}

function selectNode(node, from) {
  clearSelection();
  closeInspector();
  markNode(node);
  const card = cardOf.get(node);
  unhide(card);
  if (from !== "text") reveal((marksOf.n.get(node) || [])[0], "text");
  if (from !== "outline" && from !== "records" && !isNarrow()) reveal(card, "records");
}

function selectFinding(number) {
  clearSelection();
  closeInspector();
  current.finding = number;
  for (const button of all(`[data-f="${number}"].f`)) button.setAttribute("aria-current", "true");
  const marks = marksOf.f.get(String(number)) || [];
  for (const mark of marks) mark.classList.add("selected");
  if (marks[0]) {
    if (marks[0].dataset.n) markNode(marks[0].dataset.n);
    reveal(marks[0], "text");
  }
}

/** A click on overlapping values takes the innermost, the next click the one around it. */
function clickText(mark) {
  const numbers = (mark.dataset.v || "").split(" ").filter(Boolean).map(Number);
  if (numbers.length) selectValue(numbers[(numbers.indexOf(current.value) + 1) % numbers.length], "text");
  else if (mark.dataset.n) selectNode(mark.dataset.n, "text");
}

text.addEventListener("mouseover", ({ target }) => {
  if (target.title || !target.dataset.v) return;
  const value = data.values[Number(target.dataset.v.split(" ")[0])];
  target.title = `${data.kinds[value.kind]} · ${value.node}`;
});

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-v], [data-f], [data-n], [data-tab]");
  if (!target || target.closest("#inspector")) return;
  if (target.dataset.tab && target.getAttribute("role") === "tab") return showPane(target.dataset.tab);
  if (text.contains(target)) return getSelection().isCollapsed && clickText(target);
  if (target.tagName === "A") event.preventDefault();
  if (target.tagName === "BUTTON" || target.tagName === "A") {
    const from = target.closest(".pane").id;
    if (target.dataset.v) selectValue(Number(target.dataset.v), from);
    else if (target.dataset.f) selectFinding(Number(target.dataset.f));
    else selectNode(target.dataset.n, from);
  }
});

// --- filtering ---------------------------------------------------------------------------------

const chosen = { body: one("#by-body"), kind: one("#by-kind"), finding: one("#by-finding") };
const holds = (card, attribute, wanted) => (card.dataset[attribute] || "").split(" ").includes(wanted);

function wanted(card) {
  const { body, kind, finding } = chosen;
  if (body.value && !holds(card, "bodies", body.value)) return false;
  if (kind.value && !holds(card, "kinds", kind.value)) return false;
  if (finding.value === "any" ? !card.dataset.codes : finding.value && !holds(card, "codes", finding.value)) return false;
  return !search.query || search.nodes.has(card.dataset.n) || card.textContent.toLowerCase().includes(search.query);
}

/** The ids of the headings above a node: 3.4.18 stands below 3.4 and 3. */
function* above(node) {
  for (let dot = node.lastIndexOf("."); dot > 0; dot = node.lastIndexOf(".", dot - 1)) yield node.slice(0, dot);
}

function applyFilters() {
  const isFiltered = Object.values(chosen).some((select) => select.value) || Boolean(search.query);
  const shown = new Set(cards.filter(wanted).map((card) => card.dataset.n));
  const around = new Set([...shown].flatMap((node) => [...above(node)]));
  for (const card of cards) {
    const node = card.dataset.n;
    card.hidden = !shown.has(node) && !around.has(node);
    const entry = outlineOf.get(node);
    if (entry) entry.hidden = card.hidden;
    for (const mark of marksOf.n.get(node) || []) mark.classList.toggle("dim", isFiltered && !shown.has(node));
  }
  for (const mark of all(".of-body", text)) mark.classList.remove("of-body");
  if (chosen.body.value) markBody(chosen.body.selectedOptions[0].textContent.replace(/ \(\d+\)$/, ""));
  root.dataset.kind = chosen.kind.value;
  const measures = cards.filter((card) => !card.classList.contains("section") && outlineOf.has(card.dataset.n));
  const left = measures.filter((card) => shown.has(card.dataset.n)).length;
  report(isFiltered ? say("shown", { shown: left, all: measures.length }) : "");
}

function markBody(name) {
  data.values.forEach((value, number) => {
    if (value.kind !== "department" || (value.fields.full_name || value.fields.name) !== name) return;
    for (const mark of marksOf.v.get(String(number)) || []) mark.classList.add("of-body");
  });
}

function clearFilters() {
  for (const select of Object.values(chosen)) select.value = "";
  one("#search").value = "";
  runSearch();
}

function unhide(element) {
  if (element && element.hidden) clearFilters();
}

function report(message) {
  one("#status").textContent = message;
}

// --- searching ---------------------------------------------------------------------------------

const search = { query: "", matches: [], place: -1, nodes: new Set() };
const pieces = [];
let whole = "";

/** The text as one string with the places of its pieces, made when it is first searched. */
function readText() {
  for (const row of whole ? [] : all(".row", text)) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      pieces.push({ start: whole.length, node: walker.currentNode });
      whole += walker.currentNode.data.toLowerCase();
    }
    whole += "\n";
  }
}

function pieceAt(offset) {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function rangeAt(start, end) {
  const range = document.createRange();
  const [first, last] = [pieceAt(start), pieceAt(end - 1)];
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}

function runSearch() {
  const query = one("#search").value.trim().toLowerCase();
  if (query) readText();
  Object.assign(search, { query, matches: [], place: -1, nodes: new Set() });
  for (let at = query ? whole.indexOf(query) : -1; at >= 0; at = whole.indexOf(query, at + query.length)) {
    search.matches.push(rangeAt(at, at + query.length));
  }
  for (const range of search.matches) {
    const holder = range.startContainer.parentElement.closest("[data-n]");
    if (holder) search.nodes.add(holder.dataset.n);
  }
  highlight("search", search.matches);
  highlight("match", []);
  applyFilters();
  if (query && !search.matches.length) report(`${one("#status").textContent} · ${say("no-match")}`);
}

function highlight(name, ranges) {
  if (window.CSS && CSS.highlights) return CSS.highlights.set(name, new Highlight(...ranges));
  for (const row of all(".row.matched", text)) row.classList.remove("matched");
  for (const range of ranges) range.startContainer.parentElement.closest(".row").classList.add("matched");
}

function nextMatch(step) {
  const count = search.matches.length;
  if (!count) return;
  search.place = (search.place + step + count) % count;
  const range = search.matches[search.place];
  highlight("match", [range]);
  reveal(range.startContainer.parentElement, "text");
  report(say("matches", { place: search.place + 1, all: count }));
}

let waiting = 0;
one("#search").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(runSearch, 120);
});
one("#search").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  clearTimeout(waiting);
  if (search.query !== event.target.value.trim().toLowerCase()) runSearch();
  nextMatch(event.shiftKey ? -1 : 1);
});
for (const select of Object.values(chosen)) select.addEventListener("change", () => {
  applyFilters();
  const first = one("#text .of-body, #text [data-n]:not(.dim)");
  if (select.value && first && !isNarrow()) bring(first);
});
one("#reset").addEventListener("click", clearFilters);
one("#print").addEventListener("click", () => print());

// --- keys --------------------------------------------------------------------------------------

/** The entry a number of steps away from the one in hand, among those that are shown. */
function step(entries, isCurrent, by) {
  const shown = entries.filter((entry) => !entry.hidden);
  const place = shown.findIndex(isCurrent);
  return shown[place < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(place + by, 0), shown.length - 1)];
}

function stepRecord(by) {
  const card = step(cards, (each) => each.dataset.n === current.node, by);
  if (!card) return;
  selectNode(card.dataset.n, "");
  if (!isNarrow()) card.focus({ preventScroll: true });
}

function stepFinding(by) {
  const entry = step(all("#findings li"), (each) => each.firstChild.dataset.f === String(current.finding), by);
  if (entry) selectFinding(Number(entry.firstChild.dataset.f));
}

const keys = {
  "/": () => one("#search").focus(),
  j: () => stepRecord(1),
  k: () => stepRecord(-1),
  n: () => stepFinding(1),
  p: () => stepFinding(-1),
  e: () => (one("#inspector input, #inspector select, #inspector textarea") || one("#search")).focus(),
  x: () => current.value !== null && markWrong(current.value),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    if (event.target.matches("input, select, textarea")) return event.target.blur();
    clearSelection();
    return closeInspector();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
