// Follows a meeting: numbers change in place, another state draws the page anew.
// Every page works without it, with a link that looks again.

const POLL = 3000;
const page = () => document.querySelector("[data-follow]");
let source = null;
let timer = 0;
let failures = 0;

function told(data) {
  failures = 0;
  const held = page();
  for (const name of ["cast", "present"]) {
    for (const part of document.querySelectorAll(`[data-${name}]`)) {
      if (name in data) part.textContent = data[name];
    }
  }
  const bar = document.querySelector("[data-turnout]");
  if (bar && data.present) bar.setAttribute("width", String(Math.min(100, (100 * data.cast) / data.present)));
  if (String(data.version) === held.dataset.version && String(data.names ?? "") === (held.dataset.names ?? "")) return;
  if ("hold" in held.dataset) {
    const notice = held.querySelector("[data-changed]");
    if (notice) notice.hidden = false;
  } else {
    draw();
  }
}

// Puts the server's newest page in the place of this one; what had the focus keeps it where it can.
async function draw() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const part = fresh.querySelector("main");
  if (!part) return;
  const focus = document.activeElement?.id;
  document.title = fresh.title;
  document.querySelector("main").replaceWith(document.adoptNode(part));
  const bar = fresh.querySelector(".vote-bar");
  document.querySelector(".vote-bar")?.replaceWith(document.adoptNode(bar));
  document.dispatchEvent(new Event("drawn"));
  if (focus) document.getElementById(focus)?.focus();
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
