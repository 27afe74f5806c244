// A tablet that many people share: everybody begins clean, nobody finds what another typed.
// One page stays open; a questionnaire comes into it and goes again, so Back leads nowhere.

import { adopt, stand } from "./answer.js";

const IDLE = 60_000, GRACE = 20_000, TRY = 30_000;
const main = document.querySelector("[data-stand]");
const address = location.pathname;
const home = { nodes: [...document.body.childNodes], title: document.title, lang: document.documentElement.lang, dir: document.documentElement.dir };
const templates = Object.fromEntries(["idle", "pin", "later"].map((id) => [id, document.getElementById(id)]));
const key = `dorpsstem:waiting:${main.dataset.stand}`;
const forms = new Map();
let waiting = read(), timer, away = false;

function read() { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } }
function store() { try { localStorage.setItem(key, JSON.stringify(waiting)); } catch { /* kept in memory while this page is open */ } show(); }
function show() { main.querySelector("#waiting").textContent = waiting.length ? main.dataset.waiting.replace("{n}", waiting.length) : ""; }

function newUuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

async function fetched(href) {
  try {
    const answer = await fetch(href, { headers: { Accept: "text/html" } });
    const html = await answer.text();
    if (answer.ok && html.includes("resident")) forms.set(href, html);
  } catch { /* the one that was fetched before is still good */ }
  return forms.get(href);
}

async function begin(link) {
  const html = await fetched(link.href);
  if (!html) { location.assign(link.href); return; }
  away = true;
  if (!pin) main.querySelector("#guide").hidden = true;   // the one who set the stand up is gone
  adopt(html);
  const uuid = document.querySelector("#sheet [name=uuid]");
  if (uuid) uuid.value = newUuid();
  awake();
}

function leave() {
  away = false;
  speechSynthesis?.cancel();
  clearTimeout(timer);
  document.title = home.title;
  Object.assign(document.documentElement, { lang: home.lang, dir: home.dir });
  document.querySelectorAll("meta[name=receipt]").forEach((node) => node.remove());
  document.body.replaceChildren(...home.nodes);
  scrollTo(0, 0);
  send();
  refresh();
}

async function refresh() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const count = page.querySelector(".today > span");
    if (count) main.querySelector(".today > span").textContent = count.textContent;
  } catch { /* the count may be old; nothing else depends on it */ }
}

// ---- nobody touches it: ask once, then wipe ----
function awake() {
  clearTimeout(timer);
  document.querySelector(".idle[role=alertdialog]")?.remove();
  if (away) timer = setTimeout(ask, IDLE);
}

function ask() {
  document.body.append(templates.idle.content.cloneNode(true));
  document.querySelector(".idle button").focus();
  timer = setTimeout(leave, GRACE);
}

// ---- what could not be sent waits here and goes later, once ----
stand.keep = (body) => {
  waiting.push(body);
  store();
  document.body.replaceChildren(templates.later.content.cloneNode(true));
  document.querySelector("h1").focus();
};

async function send() {
  for (const body of [...waiting]) {
    try {
      const answer = await fetch(address.replace(/\/stand$/, ""), { method: "POST", body: new URLSearchParams(body), headers: { Accept: "application/json" } });
      if (answer.status >= 500 || answer.status === 429) return;
      const said = await answer.json();
      const again = said.ticket && new URLSearchParams(body);
      again?.set("ticket", said.ticket);
      waiting = waiting.flatMap((other) => (other !== body ? [other] : again ? [again.toString()] : []));
      store();
    } catch { return; }
  }
}

// ---- the way out, for who knows the code ----
const asked = new URLSearchParams(location.search).get("pin");
if (/^\d{4}$/.test(asked ?? "")) sessionStorage.setItem("dorpsstem:pin", asked);
if (asked !== null) history.replaceState(null, "", address);
let pin = sessionStorage.getItem("dorpsstem:pin");
main.querySelector("#guide").hidden = false;
if (pin) hold();

// Back leads nowhere as long as the stand is held.
function hold() {
  history.pushState(null, "");
  addEventListener("popstate", () => history.pushState(null, ""));
}

// Without a code: choose one, and the stand is held. With one: give it, and the stand stops.
function guide() {
  document.body.append(templates.pin.content.cloneNode(true));
  const form = document.querySelector("form.idle"), words = form.dataset;
  if (!pin) {
    form.querySelector("h2").textContent = words.choose;
    form.querySelector(".hint").hidden = false;
    form.querySelector(".main").textContent = words.hold;
  }
  form.elements.pin.focus();
  form.querySelector("[value=cancel]").onclick = () => form.remove();
  form.onsubmit = (event) => {
    event.preventDefault();
    const typed = form.elements.pin.value;
    if (pin && typed === pin) { sessionStorage.removeItem("dorpsstem:pin"); location.replace("/"); return; }
    if (!pin && /^\d{4}$/.test(typed)) { pin = typed; sessionStorage.setItem("dorpsstem:pin", pin); hold(); form.remove(); return; }
    form.querySelector(".problem").textContent = pin ? words.wrong : words.four;
    form.elements.pin.value = "";
    form.elements.pin.focus();
  };
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-begin], [data-home], #guide");
  if (!link) return;
  event.preventDefault();
  if (link.id === "guide") guide();
  else if ("home" in link.dataset) leave();
  else begin(link);
});
for (const name of ["pointerdown", "keydown", "input", "scroll"]) document.addEventListener(name, awake, { passive: true, capture: true });
addEventListener("online", send);
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
setInterval(send, TRY);
main.querySelectorAll("[data-begin]").forEach((link) => fetched(link.href));
show();
send();
