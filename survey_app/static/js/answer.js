// One question at a time on the resident's own phone, without asking the network between them.
// Without this file the server does the same, one page a question.

const DAY = 86_400_000;
const RETRY = [2, 4, 8, 15, 30, 60];
const DOUBLE_TAP = 350;
let sheet;

// A shared tablet puts a function here: it keeps what could not be sent, and history stays empty.
export const stand = { keep: null };

const all = (root, query) => [...root.querySelectorAll(query)];
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

// ---- conditions: the same small total language as question_banks/conditions.py ----
export function holds(rule, answers) {
  if (rule.all) return rule.all.every((part) => holds(part, answers));
  if (rule.any) return rule.any.some((part) => holds(part, answers));
  if (rule.not) return !holds(rule.not, answers);
  const value = answers[rule.item];
  if (value === undefined) return false;
  if (rule.answered !== undefined) return rule.answered;
  if (rule.is !== undefined) return !Array.isArray(value) && String(value) === String(rule.is);
  if (rule.has !== undefined) return Array.isArray(value) && value.includes(rule.has);
  const number = Array.isArray(value) || value === "" ? NaN : Number(value);
  if (rule.at_least !== undefined) return number >= rule.at_least;
  return number <= rule.at_most;
}

// A number as people write it here: 2,5 and 2.5 are the same, 1.500 is fifteen hundred.
export function numberOf(text, decimals) {
  let plain = text.replace(/[\s\u00a0\u2009\u202f]/g, "").replace("\u2212", "-");
  if (decimals < 3) plain = plain.replace(/^-?\d{1,3}(\.\d{3})+(?=,|$)/, (whole) => whole.replaceAll(".", ""));
  const found = /^-?\d{1,12}(?:[.,](\d{1,3}))?$/.exec(plain);
  return found && (found[1] ?? "").replace(/0+$/, "").length <= decimals ? Number(plain.replace(",", ".")) : NaN;
}

// A day as the calendar writes it; empty when there is no such day.
export function dayOf(text) {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text), here = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text);
  const [year, month, day] = (iso ? iso.slice(1) : here ? here.slice(1).reverse() : [0, 0, 0]).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 99 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : "";
}

// Our own words on a page in a language that we lack carry their own language, as the button does.
function own(node) {
  const { lang, dir } = document.querySelector(".forward span");
  return lang ? Object.assign(node, { lang, dir }) : node;
}

function valueOf(section) {
  const code = section.dataset.item;
  const named = all(section, "input, select, textarea").filter((c) => c.name === code || c.name.startsWith(code + "."));
  const boxes = named.filter((c) => c.type === "checkbox" && c.value !== "__dont_know");
  if (named.some((c) => c.value === "__dont_know" && c.checked && c.name === code)) return undefined;
  if (boxes.length) { const on = boxes.filter((c) => c.checked).map((c) => c.value); return on.length ? on : undefined; }
  const bare = named.filter((c) => c.name === code && (c.type !== "radio" || c.checked) && c.type !== "checkbox" && c.value.trim());
  if (bare.length) return plain(section, bare[0].value.trim());
  const parts = named.filter((c) => c.name !== code && !c.name.endsWith(".other") && (c.type !== "radio" || c.checked) && !["", "0", "__dont_know"].includes(c.value.trim()));
  return parts.length ? parts.map((c) => c.name.slice(code.length + 1)) : undefined;
}

function plain(section, text) {
  const box = section.querySelector("[data-number], [data-date]");
  if (!box) return text;
  const value = box.dataset.date ? dayOf(text) : numberOf(text, Number(box.dataset.number.split(" ")[2]));
  return value === "" || Number.isNaN(value) ? undefined : value;
}

class Sheet {
  constructor(form) {
    this.form = form;
    for (const template of all(form, "template.later")) {
      template.replaceWith(template.content);
    }
    this.sections = new Map(all(form, "section[data-item]").map((s) => [s.dataset.item, s]));
    this.order = form.dataset.order.split(" ");
    this.order.slice().reverse().forEach((code, i, codes) => {
      const next = i ? this.sections.get(codes[i - 1]) : form.querySelector(".bar");
      next.before(this.sections.get(code));
    });
    const check = document.getElementById("check");
    this.check = check.content.firstElementChild;
    form.querySelector(".bar").before(this.check);
    this.check.hidden = true;
    this.bar = form.querySelector(".bar");
    this.at = form.elements.at.value;
    this.key = `dorpsstem:${form.dataset.code}:${form.elements.version.value}`;
    this.keeps = form.dataset.draft === "yes";
    this.sections.forEach((section) => dress(section, this));
    form.addEventListener("submit", (event) => this.submitted(event));
    for (const name of ["online", "offline"]) addEventListener(name, () => this.line());
    form.addEventListener("change", () => this.save());
    form.addEventListener("input", () => this.save());
    this.restore();
    this.show(this.at, { quiet: true });
    this.speech();
    this.line();
  }

  line() { this.bar.querySelector(".offline").hidden = navigator.onLine && !this.waits; }

  path() {
    const answers = {};
    return this.order.filter((code) => {
      const section = this.sections.get(code);
      const rule = section.dataset.showIf && JSON.parse(section.dataset.showIf);
      if (rule && !holds(rule, answers)) return false;
      answers[code] = valueOf(section);
      return true;
    });
  }

  show(code, { quiet = false, push = false } = {}) {
    const path = this.path();
    const at = code === "@check" || path.includes(code) ? code : path[0];
    this.at = at;
    this.form.elements.at.value = at;
    this.sections.forEach((section, name) => { section.hidden = name !== at; });
    this.check.hidden = at !== "@check";
    if (at === "@check") this.summarise(path);
    this.progress(path);
    const last = at === "@check";
    const forward = this.bar.querySelector(".forward");
    forward.firstElementChild.textContent = last ? forward.dataset.send : forward.dataset.next;
    forward.value = last ? "send" : "next";
    this.bar.querySelector(".back").hidden = at === path[0];
    all(this.form, ".about").forEach((node) => { node.hidden = at !== path[0]; });
    if (push && !stand.keep) history.pushState({ at }, "");
    this.shown = performance.now();
    const heading = (last ? this.check : this.sections.get(at)).querySelector("h1");
    const name = heading.textContent.trim();
    document.title = document.title.includes(" – ") ? `${name} – ${document.title.split(" – ").at(-1)}` : name;
    if (!quiet) { window.scrollTo(0, 0); heading.focus(); }
  }

  progress(path) {
    const asking = path.filter((code) => this.sections.get(code).querySelector("[data-progress]"));
    const words = this.sections.get(this.at)?.querySelector("[data-progress]");
    if (!words) return;
    const n = asking.indexOf(this.at) + 1, total = asking.length;
    words.textContent = fill(n === total ? words.dataset.last : words.dataset.progress, { n, total, left: total - n });
  }

  submitted(event) {
    const go = event.submitter?.value ?? "next";
    event.preventDefault();
    if (go === "send" || (go === "next" && this.at === "@check")) return this.send();
    if (go.startsWith("lang:")) return this.speak(go);
    if (go === "next" && performance.now() - this.shown < DOUBLE_TAP) return undefined;
    const stops = [...this.path(), "@check"];
    if (go.startsWith("to:")) return this.show(go.slice(3), { push: true });
    if (go === "next" && !this.sound(this.sections.get(this.at))) return undefined;
    const place = stops.indexOf(this.at) + (go === "back" ? -1 : 1);
    return this.show(stops[Math.max(0, Math.min(place, stops.length - 1))], { push: true });
  }

  sound(section) {
    const words = section.checks.map((check) => check()).find(Boolean)
      ?? (section.dataset.required && valueOf(section) === undefined && !section.querySelector("[value=__dont_know]:checked") ? section.dataset.required : "");
    tell(section, words);
    return !words;
  }

  summarise(path) {
    const list = this.check.querySelector("dl");
    list.replaceChildren(...path.map((code) => this.sections.get(code)).filter((s) => s.querySelector("[data-progress]")).map((section) => {
      const question = section.querySelector("h1").textContent.trim();
      const lines = spoken(section);
      const change = make("button", { name: "go", value: `to:${section.dataset.item}` }, own(make("span", {}, list.dataset.change)), make("span", { className: "unseen" }, ` ${question}`));
      return make("div", {}, make("dt", {}, question),
        make("dd", {}, ...(lines.length ? lines.map((line) => make("span", { dir: "auto" }, line)) : [own(make("span", { className: "hint" }, list.dataset.skipped))])),
        make("dd", { className: "change" }, change));
    }));
  }

  data(go) {
    const data = new URLSearchParams(new FormData(this.form));
    data.set("go", go);
    return data;
  }

  async send(tries = 0) {
    const forward = this.bar.querySelector(".forward");
    if (forward.getAttribute("aria-disabled") === "true" && !tries) return;
    forward.setAttribute("aria-disabled", "true");
    forward.firstElementChild.textContent = forward.dataset.sending;
    this.save();
    try {
      const answer = await fetch(this.form.action || location.href, { method: "POST", body: this.data("send"), headers: { Accept: "text/html" } });
      if (answer.status === 503 || answer.status >= 520) throw new Error("busy");
      const html = await answer.text();
      if (!html.includes("resident")) throw new Error("not ours");
      if (answer.ok) this.forget();
      adopt(html);
    } catch {
      if (stand.keep) return void stand.keep(this.data("send").toString());
      this.waits = true;
      this.line();
      const again = () => { clearTimeout(timer); removeEventListener("online", again); this.send(tries + 1); };
      const timer = setTimeout(again, RETRY[Math.min(tries, RETRY.length - 1)] * 1000);
      addEventListener("online", again);
    }
  }

  async speak(go) {
    this.save();
    try {
      const answer = await fetch(this.form.action || location.href, { method: "POST", body: this.data(go), headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error("language");
      adopt(await answer.text());
    } catch { this.waits = true; this.line(); }
  }

  // ---- the draft: on this device only, a day at most, never on a shared tablet ----
  save() {
    if (!this.keeps) return;
    const fields = [...new FormData(this.form)].filter(([name]) => !["ticket", "go", "lang", "version"].includes(name));
    try { localStorage.setItem(this.key, JSON.stringify({ when: Date.now(), fields })); } catch { /* a private window keeps nothing */ }
  }

  restore() {
    if (!this.keeps) return;
    let held = null;
    try { held = JSON.parse(localStorage.getItem(this.key)); } catch { /* nothing kept */ }
    if (!held || Date.now() - held.when > DAY || document.getElementById("problems")) return;
    const values = new Map();
    for (const [name, value] of held.fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const control of this.form.elements) {
      if (!control.name || control.name === "go" || !(values.has(control.name) || control.type !== "hidden")) continue;
      const mine = values.get(control.name) ?? [];
      if (["checkbox", "radio"].includes(control.type)) control.checked = mine.includes(control.value);
      else if (["uuid", "at"].includes(control.name) || control.type !== "hidden") control.value = mine[0] ?? "";
    }
    this.at = this.form.elements.at.value;
    this.sections.forEach((section) => section.redraw?.());
    const notice = document.getElementById("restored");
    notice.hidden = false;
    document.getElementById("forget").onclick = () => { this.forget(); location.reload(); };
  }

  forget() { try { localStorage.removeItem(this.key); } catch { /* nothing kept */ } this.keeps = false; }

  speech() {
    const button = document.getElementById("speak");
    if (!button || !("speechSynthesis" in window)) return;
    button.hidden = false;
    button.onclick = () => {
      const busy = speechSynthesis.speaking;
      speechSynthesis.cancel();
      button.setAttribute("aria-pressed", String(!busy));
      if (busy) return;
      const section = this.at === "@check" ? this.check : this.sections.get(this.at);
      const words = all(section, "h1, .hint, .words, legend > span, dt, dd span").filter((n) => !n.closest("[hidden]")).map((n) => n.textContent.trim());
      const voice = new SpeechSynthesisUtterance(words.join(". "));
      voice.lang = document.documentElement.lang.replace("nl-x-easy", "nl-BE");
      voice.rate = 0.9;
      voice.onend = () => button.setAttribute("aria-pressed", "false");
      speechSynthesis.speak(voice);
    };
  }
}

function tell(section, words) {
  const line = section.querySelector(".problem");
  if (!line) return;
  line.textContent = words;
  line.hidden = !words;
  section.classList.toggle("wrong", Boolean(words));
  if (words) { line.tabIndex = -1; line.focus(); }
}

function spoken(section) {
  const lines = all(section, ".row input:checked").map((c) => {
    const row = c.closest(".row").querySelector(".words").textContent.trim();
    const card = c.closest(".card")?.querySelector("legend").textContent.trim();
    return card ? `${card}: ${row}` : row;
  });
  const ranked = all(section, ".place select").filter((s) => s.value).sort((a, b) => a.value - b.value);
  lines.push(...ranked.map((s) => `${s.value}. ${s.closest(".place").querySelector(".words").textContent.trim()}`));
  lines.push(...all(section, ".divide input").filter((c) => Number(c.value)).map((c) => `${c.labels[0].textContent.trim()}: ${c.value}`));
  lines.push(...all(section, "textarea, .ask input[type=text], .beside input").map((c) => c.value.trim()).filter(Boolean));
  return lines;
}

// ---- what each look adds to its plain controls ----
function dress(section, form) {
  section.checks = [];
  section.addEventListener("change", () => tell(section, ""));
  alone(section);
  all(section, "[data-ranking]").forEach((set) => ranking(section, set, form));
  all(section, "[data-points]").forEach((set) => points(section, set, form));
  all(section, "[data-number]").forEach((box) => section.checks.push(() => {
    const [least, most, decimals] = box.dataset.number.split(" ").map(Number);
    const text = typed(box), number = numberOf(text, decimals);
    return text && !(number >= least && number <= most) ? box.dataset.words : "";
  }));
  all(section, "[data-date]").forEach((box) => section.checks.push(() => {
    const [earliest, latest] = box.dataset.date.split(" "), text = typed(box), day = dayOf(text);
    if (!text || (day >= earliest && day <= latest)) return "";
    return day ? box.dataset.wordsRange : box.dataset.words;
  }));
  all(section, "[data-beside]").forEach((input) => {
    const box = section.querySelector(`input[value="${CSS.escape(input.dataset.beside)}"]`);
    const draw = () => { input.closest("p").hidden = !box.checked; };
    section.addEventListener("change", draw);
    draw();
  });
}

// What stands in the field, unless "weet ik niet" is ticked, which goes before it.
const typed = (box) => (box.querySelector("[data-alone]:checked") ? "" : box.querySelector("input[type=text]").value.trim());

function alone(section) {
  const boxes = all(section, ".rows > .row input[type=checkbox]");
  const set = section.querySelector("[data-most]");
  boxes.forEach((box) => box.addEventListener("change", () => {
    if (!box.checked) return;
    boxes.filter((b) => b !== box && ("alone" in box.dataset || "alone" in b.dataset)).forEach((b) => { b.checked = false; });
    if (set && boxes.filter((b) => b.checked).length > Number(set.dataset.most)) { box.checked = false; setTimeout(() => tell(section, set.dataset.mostWords)); }
  }));
  const least = section.querySelector("[data-least]");
  if (least) section.checks.push(() => {
    const on = boxes.filter((b) => b.checked);
    return on.length && !on.some((b) => "alone" in b.dataset) && on.length < Number(least.dataset.least) ? least.dataset.leastWords : "";
  });
  all(section, "input[type=radio]").forEach((radio) => {   // a second tap takes a choice back
    let was = false;
    radio.closest("label").addEventListener("pointerdown", () => { was = radio.checked; });
    radio.addEventListener("click", () => { if (was) { radio.checked = false; was = false; radio.dispatchEvent(new Event("change", { bubbles: true })); } });
  });
}

function ranking(section, set, form) {
  const list = set.querySelector(".ranking");
  const rows = all(list, ".place"), most = Number(set.dataset.ranking), words = set.dataset;
  const said = own(make("p", { className: "unseen", role: "status" }));
  set.append(said);
  const hint = section.querySelector(".how");
  if (hint) hint.textContent = words.wordsTap;
  let order = [];
  const name = (row) => row.querySelector(".words").textContent.trim();
  rows.forEach((row) => {
    const picture = row.querySelector(".picture"), label = row.querySelector(".words");
    const what = make("span", { className: "words" }, ...label.childNodes);
    row.select = row.querySelector("select");
    row.select.setAttribute("aria-label", what.textContent.trim());
    row.select.hidden = true;
    label.remove();
    row.number = make("span", { className: "number", hidden: true });
    row.tap = make("button", { type: "button", className: "tap" }, row.number, picture, what);
    row.up = make("button", { type: "button", className: "step" }, "↑");
    row.down = make("button", { type: "button", className: "step" }, "↓");
    row.up.setAttribute("aria-label", fill(words.wordsUp, { what: what.textContent.trim() }));
    row.down.setAttribute("aria-label", fill(words.wordsDown, { what: what.textContent.trim() }));
    [row.up, row.down].forEach(own);
    row.prepend(row.tap);
    row.append(row.up, row.down);
    row.tap.onclick = () => {
      order = order.includes(row) ? order.filter((r) => r !== row) : order.length < most ? [...order, row] : order;
      draw(row, row.tap);
    };
    const move = (by) => () => {
      const i = order.indexOf(row), j = i + by;
      [order[i], order[j]] = [order[j], order[i]];
      draw(row, by < 0 && j > 0 ? row.up : row.down.disabled ? row.up : by > 0 ? row.down : row.tap);
    };
    row.up.onclick = move(-1);
    row.down.onclick = move(1);
  });
  function draw(row, focus) {
    rows.forEach((r) => {
      const place = order.indexOf(r) + 1;
      r.select.value = place || "";
      r.number.hidden = !place;
      r.number.textContent = place || "";
      r.querySelector(".picture").hidden = Boolean(place);
      r.classList.toggle("chosen", place > 0);
      r.tap.setAttribute("aria-pressed", String(place > 0));
      r.up.hidden = r.down.hidden = !place;
      r.up.disabled = place === 1;
      r.down.disabled = place === order.length;
    });
    list.append(...order, ...rows.filter((r) => !order.includes(r)));
    if (!row) return;
    const n = order.indexOf(row) + 1;
    said.textContent = fill(n ? words.wordsPlace : words.wordsOut, { what: name(row), n, total: order.length });
    focus?.focus();
    section.dispatchEvent(new Event("change", { bubbles: true }));
  }
  section.redraw = () => { order = rows.filter((r) => r.select.value).sort((a, b) => a.select.value - b.select.value); draw(); };
  section.redraw();
}

function points(section, set) {
  const total = Number(set.dataset.points), words = set.dataset, stepBy = total === 100 ? 5 : 1;
  const pot = set.querySelector(".pot");
  const rows = all(set, ".divide").map((row) => {
    const input = row.querySelector("input"), what = row.querySelector(".words").textContent.trim();
    const less = make("button", { type: "button", className: "step" }, "−"), more = make("button", { type: "button", className: "step" }, "+");
    const amount = make("span", { className: "amount" });
    less.setAttribute("aria-label", fill(words.wordsLess, { what }));
    more.setAttribute("aria-label", fill(words.wordsMore, { what }));
    [less, more].forEach(own);
    input.hidden = true;
    row.append(less, amount, more);
    const change = (by) => { input.value = Math.max(0, (Number(input.value) || 0) + by); all(set, "[data-alone]").forEach((b) => { b.checked = false; }); draw(); section.dispatchEvent(new Event("change", { bubbles: true })); };
    less.onclick = () => change(-Math.min(stepBy, Number(input.value) || 0));
    more.onclick = () => change(Math.min(stepBy, left()));
    return { row, input, less, more, amount };
  });
  const left = () => total - rows.reduce((sum, r) => sum + (Number(r.input.value) || 0), 0);
  function draw() {
    const rest = left();
    pot.hidden = false;
    pot.textContent = rest > 1 ? fill(words.wordsLeft, { n: rest }) : rest === 1 ? words.wordsOne : words.wordsNone;
    rows.forEach((r) => {
      const n = Number(r.input.value) || 0;
      r.amount.textContent = n;
      r.row.classList.toggle("chosen", n > 0);
      r.less.disabled = n === 0;
      r.more.disabled = rest === 0;
    });
  }
  section.checks.push(() => (left() !== 0 && left() !== total ? words.wordsSum : ""));
  section.redraw = draw;
  draw();
}

// ---- a page that came back by fetch takes this one's place ----
export function adopt(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  all(document.head, "meta[name=receipt]").forEach((node) => node.remove());
  document.head.append(...all(page.head, "meta[name=receipt]"));
  document.body.replaceChildren(...page.body.childNodes);
  start();
  window.scrollTo(0, 0);
  (document.getElementById("problems") ?? document.querySelector("h1[tabindex]"))?.focus();
}

function start() {
  const form = document.getElementById("sheet");
  sheet = form?.dataset.order && document.getElementById("check") ? new Sheet(form) : null;
}

addEventListener("popstate", (event) => { if (!stand.keep) sheet?.show(event.state?.at ?? sheet.path()[0]); });
start();
