// One question at a time on the resident's own phone, without asking the network between them.
// Without this file the server does the same, one page a question.

import { dress, own, tell } from "./looks.js";
import { all, fill, holds, make, spoken, valueOf } from "./reading.js";
import { speech } from "./speak.js";

const DAY = 86_400_000;
const RETRY = [2, 4, 8, 15, 30, 60];
const DOUBLE_TAP = 300;
let sheet;

// A shared tablet puts a function here: it keeps what could not be sent, and history stays empty.
export const stand = { keep: null };

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
    speech(() => all(this.at === "@check" ? this.check : this.sections.get(this.at), "h1, .hint, .words, legend > span, dt, dd span"));
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
