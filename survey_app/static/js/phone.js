// A participant's phone: goes on by itself, never under somebody's fingers, and sends what the line lost.

import { tick } from "./clock.js";
import { fetched, follow, oneAtATime } from "./live.js";
import { dress } from "./looks.js";
import { all } from "./reading.js";
import { speech } from "./speak.js";

const RETRY = [1, 2, 4, 8, 15, 30];
const SPREAD = 400;
let waiting = null;

const live = () => document.getElementById("live");

function start() {
  all(document, "section[data-item]").forEach((section) => dress(section, {}));
  all(document, "form.send").forEach((form) => {
    form.addEventListener("submit", sent);
  });
  speech(() => all(document.querySelector("main"), "h1, h2, .lead, .hint, .words, .notice"));
  tick();
}

function adopt(page) {
  document.title = page.title;
  const main = document.querySelector("main"), fresh = document.importNode(page.querySelector("main"), true);
  main.replaceWith(fresh);
  start();
  scrollTo(0, 0);
  (document.getElementById("problems") ?? document.querySelector("h1[tabindex]"))?.focus();
}

const look = oneAtATime(async () => {
  await new Promise((done) => { setTimeout(done, Math.random() * SPREAD); });
  const page = await fetched(live().dataset.fresh, "#live");
  if (page && !busy()) adopt(page);
});

// Somebody is filling in, or an answer is on its way: the page stays as it is.
const busy = () => waiting !== null || all(document, "form.send :is(input, select, textarea)").some(touched);

// A control that says something else than when the page came; also before this file was there.
function touched(control) {
  if (["checkbox", "radio"].includes(control.type)) return control.checked !== control.defaultChecked;
  if (control.localName === "select") return [...control.options].some((one) => one.selected !== one.defaultSelected && (one.defaultSelected || control.selectedIndex > 0));
  return control.type !== "hidden" && control.value !== control.defaultValue;
}

function heard({ page, shared }) {
  const here = live();
  if (!here) return;
  if (page !== here.dataset.page) {
    if (!busy()) return void look();
    document.getElementById("moved").hidden = false;
  } else if (String(shared) !== here.dataset.shared && here.dataset.face === "ask") {
    if (!busy()) return void look();
    document.getElementById("more").hidden = false;
  }
}

function line(on) {
  const words = document.getElementById("line");
  if (!words) return;
  words.hidden = false;
  words.classList.toggle("off", !on);
  const said = on ? words.dataset.on : words.dataset.off;
  if (words.textContent !== said) words.textContent = said;
}

function sent(event) {
  const form = event.currentTarget;
  event.preventDefault();
  if (waiting) return;
  const wrong = all(form, "section[data-item]").flatMap((section) => section.checks ?? []).map((check) => check()).find(Boolean);
  const line_ = wrong && form.querySelector(".problem");
  if (line_) { line_.textContent = wrong; line_.hidden = false; line_.tabIndex = -1; line_.focus(); return; }
  const data = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) data.set(event.submitter.name, event.submitter.value);
  const button = form.querySelector(".forward span");
  if (button) button.textContent = form.querySelector(".forward").dataset.sending;
  waiting = { form, data, tries: 0 };
  push();
}

// The same uuid goes along each time, so sending twice counts once.
async function push() {
  const { form, data, tries } = waiting;
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "text/html" } });
    if (answer.status === 503 || answer.status >= 520) throw new Error("busy");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.body.classList.contains("resident")) throw new Error("not ours");
    waiting = null;
    adopt(page);
  } catch {
    all(form, ".offline").forEach((words) => { words.hidden = false; });
    waiting.tries += 1;
    const again = () => { clearTimeout(timer); removeEventListener("online", again); push(); };
    const timer = setTimeout(again, RETRY[Math.min(tries, RETRY.length - 1)] * 1000);
    addEventListener("online", again);
  }
}

start();
const here = live();
if (here) follow({ stream: here.dataset.stream, now: here.dataset.now, heard, line });
