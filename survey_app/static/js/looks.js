// What each look adds to its plain controls: one tap where the plain page asks for a number.

import { all, dayOf, fill, make, numberOf } from "./reading.js";

// Our own words on a page in a language that we lack carry their own language, as the button does.
export function own(node) {
  const { lang, dir } = document.querySelector(".forward span");
  return lang ? Object.assign(node, { lang, dir }) : node;
}

export function tell(section, words) {
  const line = section.querySelector(".problem");
  if (!line) return;
  line.textContent = words;
  line.hidden = !words;
  section.classList.toggle("wrong", Boolean(words));
  all(section, ".ask :is(input[type=text], textarea)").forEach((box) => { box.ariaInvalid = words ? "true" : null; });
  if (words) { line.tabIndex = -1; line.focus(); }
}

// ---- what each look adds to its plain controls ----
export function dress(section, form) {
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
  boxes.forEach((box) => box.addEventListener("change", (event) => {
    if (!box.checked) return;
    boxes.filter((b) => b !== box && ("alone" in box.dataset || "alone" in b.dataset)).forEach((b) => { b.checked = false; });
    if (set && boxes.filter((b) => b.checked).length > Number(set.dataset.most)) {
      box.checked = false;
      event.stopPropagation();   // nothing changed: what follows a change would take the words away
      tell(section, set.dataset.mostWords);
    }
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
    row.append(make("span", { className: "dial" }, less, amount, more));
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
