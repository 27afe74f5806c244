// Follows a meeting: numbers change in place, another state draws the page anew.
// Every page works without it, with a link that looks again.

const POLL = 3000;
const page = () => document.querySelector("[data-follow]");
let source = null;
let timer = 0;
let failures = 0;
let newest = null;
let drawing = false;

const shows = (held, data) =>
  String(data.version) === held.dataset.version && String(data.names ?? "") === (held.dataset.names ?? "");

function told(data) {
  failures = 0;
  newest = data;
  const held = page();
  for (const name of ["cast", "present"]) {
    for (const part of document.querySelectorAll(`[data-${name}]`)) {
      if (name in data) part.textContent = data[name];
    }
  }
  const bar = document.querySelector("[data-turnout]");
  if (bar && data.present) bar.setAttribute("width", String(Math.min(100, (100 * data.cast) / data.present)));
  if (shows(held, data)) return;
  if ("hold" in held.dataset) {
    const notice = held.querySelector("[data-changed]");
    if (notice) notice.hidden = false;
  } else {
    draw();
  }
}

// One page at a time is asked for, so that an older one never comes after a newer.
async function draw() {
  if (drawing) return;
  drawing = true;
  const asked = newest;
  let done = false;
  try {
    done = await replace();
  } catch {
    // the server is busy or away
  }
  drawing = false;
  if (!done) window.setTimeout(() => told(newest), POLL);
  else if (newest !== asked) told(newest);
}

// Puts the server's newest page in the place of this one, unless this one is it: what was told may
// be older than the page. What had the focus keeps it, what was typed stays, where there is a place.
async function replace() {
  const response = await fetch(page().dataset.page ?? location.href, { headers: { Accept: "text/html" } });
  if (!response.ok) return response.status < 500;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const part = fresh.querySelector("main");
  const follows = fresh.querySelector("[data-follow]");
  if (!part || (follows && shows(page(), follows.dataset))) return true;
  const focus = document.activeElement?.id;
  const typed = [...document.querySelectorAll("main :is(input, textarea)[id]")]
    .filter((one) => one.value !== one.defaultValue)
    .map((one) => [one.id, one.value]);
  document.title = fresh.title;
  document.querySelector("main").replaceWith(document.adoptNode(part));
  const bar = fresh.querySelector(".vote-bar");
  if (bar) document.querySelector(".vote-bar")?.replaceWith(document.adoptNode(bar));
  for (const [id, value] of typed) {
    const field = document.getElementById(id);
    if (field) field.value = value;
  }
  document.dispatchEvent(new Event("drawn"));
  if (focus) document.getElementById(focus)?.focus();
  return true;
}

async function ask() {
  timer = window.setTimeout(ask, POLL + Math.random() * 1000);
  try {
    const response = await fetch(page().dataset.now);
    if (response.ok) told(await response.json());
  } catch {
    // the next look comes by itself
  }
}

function follow() {
  stop();
  source = new EventSource(page().dataset.follow);
  source.addEventListener("message", (event) => told(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    failures += 1;
    if (failures < 2) return;
    stop();
    ask();
  });
}

function stop() {
  source?.close();
  source = null;
  window.clearTimeout(timer);
}

if (page()) {
  follow();
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : follow()));
  window.addEventListener("pagehide", stop);
}
