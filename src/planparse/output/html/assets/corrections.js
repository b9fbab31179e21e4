// Correcting values: the form, the list, and the file that `planparse extract --overrides` applies.

const corrections = new Map(); // number of a value → { now: fields or null for wrong, note }
let exported = true;

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// --- the value in hand -------------------------------------------------------------------------

function inspect(number) {
  const value = data.values[number];
  const made = corrections.get(number);
  const form = make("form", { noValidate: true });
  const fields = data.forms[value.kind].map((field) => [field, control(field, shownOf(value, made, field.name))]);
  const note = make("textarea", { rows: 1, value: (made && made.note) || "" });
  const problem = make("p", { className: "problem" });
  const labels = fields.map(([field, input]) => make("label", {}, field.label, input));
  const inputs = make("div", { className: "fields" }, ...labels, make("label", {}, say("note"), note));
  const summary = make("summary", { textContent: say("correct") });
  form.append(make("details", { open: !isNarrow() }, summary, inputs), problem, actions(number, made));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    problem.textContent = save(number, fields, note.value) || "";
  });
  one("#inspector").replaceChildren(headOf(value), form);
  one("#inspector").hidden = false;
  root.classList.add("inspecting");
}

function headOf(value) {
  const close = make("button", { type: "button", textContent: "×", title: say("close") });
  close.addEventListener("click", closeInspector);
  const about = make("small", { textContent: ` ${value.about}` });
  const kind = make("b", { textContent: `${data.kinds[value.kind]} ` });
  return make("header", {}, make("p", {}, kind, make("q", { textContent: value.text }), about), close);
}

function actions(number, made) {
  const wrong = make("button", { type: "button", textContent: say("wrong") });
  wrong.addEventListener("click", () => markWrong(number));
  const undo = make("button", { type: "button", textContent: say("undo"), hidden: !made });
  undo.addEventListener("click", () => store(number, null));
  const savers = data.forms[data.values[number].kind].length
    ? [make("button", { type: "submit", className: "save", textContent: say("save") })]
    : [];
  return make("div", { className: "actions" }, ...savers, wrong, undo);
}

function control(field, held) {
  if (field.type === "choice") {
    const none = field.needed ? [] : [new Option("", "")];
    const select = make("select", { name: field.name }, ...none, ...field.choices.map(([key, label]) => new Option(label, key)));
    select.value = held === null ? "" : held;
    return select;
  }
  if (field.type === "list") return make("textarea", { name: field.name, rows: 2, value: (held || []).join("\n") });
  const value = held === null ? "" : String(held);
  return make("input", { name: field.name, value, type: field.type === "date" ? "date" : "text", inputMode: field.type === "number" ? "decimal" : "text" });
}

function shownOf(value, made, name) {
  return made && made.now && name in made.now ? made.now[name] : foundOf(value, name);
}

/** What the program found; null where the record says nothing. */
function foundOf(value, name) {
  return name in value.fields ? value.fields[name] : null;
}

function closeInspector() {
  one("#inspector").hidden = true;
  root.classList.remove("inspecting");
  one("#inspector").replaceChildren();
}

// --- making a correction -----------------------------------------------------------------------

/** Keep what differs from the record; the message to show where an entry cannot be. */
function save(number, fields, note) {
  const value = data.values[number];
  const now = {};
  for (const [field, input] of fields) {
    const [entered, mistake] = read(field, input);
    if (mistake) return say(mistake, { field: field.label });
    if (JSON.stringify(entered) !== JSON.stringify(foundOf(value, field.name))) now[field.name] = entered;
  }
  store(number, Object.keys(now).length ? { now, note: note.trim() } : null);
  return "";
}

/** What stands in a control, and what is wrong with it. */
function read(field, input) {
  const entered = input.value.trim();
  if (input.validity.badInput) return [null, "bad-date"];
  if (!entered) return [null, field.needed ? "needed" : ""];
  if (field.type === "list") return [entered.split("\n").map((line) => line.trim()).filter(Boolean), ""];
  if (field.type !== "number") return [entered, ""];
  return /^-?\d+(\.\d+)?$/.test(entered) ? [Number(entered), ""] : [null, "bad-number"];
}

function markWrong(number) {
  const note = one("#inspector textarea:not([name])");
  store(number, { now: null, note: note ? note.value.trim() : "" });
}

function store(number, correction) {
  if (correction) corrections.set(number, correction);
  else corrections.delete(number);
  exported = corrections.size === 0;
  showCorrections();
  if (current.value === number) inspect(number);
  report(say("saved", { count: corrections.size }));
}

// --- showing corrections -----------------------------------------------------------------------

function summary(number) {
  const { now } = corrections.get(number);
  if (!now) return say("is-wrong");
  const value = data.values[number];
  const labels = new Map(data.forms[value.kind].map((field) => [field.name, field]));
  return Object.entries(now).map(([name, held]) => `${labels.get(name).label} → ${shownAs(labels.get(name), held)}`).join("；");
}

function shownAs(field, held) {
  if (held === null) return say("empty");
  const choice = (field.choices || []).find(([key]) => key === held);
  return choice ? choice[1] : Array.isArray(held) ? held.join("、") : String(held);
}

function showCorrections() {
  for (const element of all(".corrected, .wrong")) element.classList.remove("corrected", "wrong");
  for (const element of all("[data-now]")) delete element.dataset.now;
  const numbers = [...corrections.keys()].sort((a, b) => a - b);
  for (const number of numbers) {
    const look = corrections.get(number).now ? "corrected" : "wrong";
    for (const element of all(`[data-v~="${number}"]`)) element.classList.add(look);
    const button = buttonOf.get(number);
    if (button) button.dataset.now = summary(number);
  }
  one(".corrections").replaceChildren(...numbers.map(entryOf));
  one("#corrections .hint").hidden = numbers.length > 0;
  one("#export").disabled = numbers.length === 0;
  for (const count of all("#export .count, [data-tab=corrections] .count")) count.textContent = String(numbers.length);
}

function entryOf(number) {
  const value = data.values[number];
  const { note } = corrections.get(number);
  const label = `${value.node} ${data.kinds[value.kind]}「${value.text}」 ${summary(number)}${note ? ` · ${note}` : ""}`;
  const go = make("button", { type: "button", className: "v", textContent: label });
  go.dataset.v = String(number);
  const undo = make("button", { type: "button", textContent: say("undo") });
  undo.addEventListener("click", () => store(number, null));
  return make("li", {}, go, undo);
}

// --- the file ----------------------------------------------------------------------------------

/** A value as YAML: JSON is YAML, once what YAML readers refuse is escaped. */
function scalar(value) {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g, (character) =>
    /[\ud800-\udfff]/.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const flow = (fields) => `{${Object.entries(fields).map(([name, held]) => `${name}: ${scalar(held)}`).join(", ")}}`;

function correctionYaml([number, { now, note }]) {
  const value = data.values[number];
  const names = now ? Object.keys(now) : Object.keys(value.fields);
  const was = Object.fromEntries(names.map((name) => [name, foundOf(value, name)]));
  const lines = [
    `node: ${scalar(value.node)}`,
    `kind: ${value.kind}`,
    `text: ${scalar(value.text)}`,
    `context: ${scalar(data.contexts[value.context])}`,
    `offset: ${value.offset}`,
    ...(value.nth ? [`nth: ${value.nth}`] : []),
    `span: ${scalar(value.span)}`,
    `was: ${flow(was)}`,
    now ? `now: ${flow(now)}` : "wrong: true",
    ...(note ? [`note: ${scalar(note)}`] : []),
  ];
  return `- ${lines.join("\n  ")}\n`;
}

function overridesYaml() {
  const entries = [...corrections].sort(([a], [b]) => a - b).map(correctionYaml);
  return `overrides_version: "1"\nsource: ${flow(data.source)}\ncorrections:\n${entries.join("")}`;
}

one("#export").addEventListener("click", () => {
  const url = URL.createObjectURL(new Blob([overridesYaml()], { type: "application/yaml" }));
  const name = data.source.name.replace(/\.[^.]+$/, "") || "notice";
  make("a", { href: url, download: `${name}.overrides.yaml` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  exported = true;
});
addEventListener("beforeunload", (event) => {
  if (!exported) event.preventDefault();
});

// --- start -------------------------------------------------------------------------------------

root.classList.add("js");
showPane("records");
for (const { value, now, note } of data.corrections) corrections.set(value, { now, note });
showCorrections();
