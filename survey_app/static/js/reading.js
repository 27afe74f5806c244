// What the controls on the page say: numbers, days, answers, and whether a question is asked.

export const all = (root, query) => [...root.querySelectorAll(query)];
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
export const make = (tag, props = {}, ...children) => {
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
  const number = typeof value === "number" ? value : NaN;
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

export function valueOf(section) {
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
  if (section.querySelector(".scale")) return Number(text);
  const box = section.querySelector("[data-number], [data-date]");
  if (!box) return text;
  const value = box.dataset.date ? dayOf(text) : numberOf(text, Number(box.dataset.number.split(" ")[2]));
  return value === "" || Number.isNaN(value) ? undefined : value;
}

export function spoken(section) {
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
