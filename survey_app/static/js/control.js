// The facilitator's control: keys, presses without a reload, and the same page as every colleague.

import { tick } from "./clock.js";
import { fetched, follow, oneAtATime } from "./live.js";
import { morph } from "./morph.js";

const KEYS = { ArrowRight: "next", ArrowLeft: "previous", r: "reveal", b: "blank", l: "theme", t: "timer", z: "undo", 2: "again", PageDown: "next", PageUp: "previous" };
const main = () => document.getElementById("main");

function put(page) {
  const fresh = page?.getElementById("main");
  if (!fresh) return;
  document.title = page.title;
  morph(main(), fresh);
  tick();
}

const draw = oneAtATime(async () => put(await fetched(location.href, "#main[data-page]")));

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.closest("#main") || form.method !== "post") return;
  event.preventDefault();
  const data = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.getElementById("main")?.dataset.page) { form.closest("details")?.removeAttribute("open"); put(page); } else form.submit();
  } catch { document.getElementById("away").hidden = false; }
});

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) return;
  const help = document.getElementById("keys");
  if (event.key === "?") { help.open ? help.close() : help.showModal(); event.preventDefault(); return; }
  if (help.open) return;
  if (event.key === " " && !event.target.closest("button, a, summary")) { press(document.querySelector("[data-sensible]")); event.preventDefault(); return; }
  const move = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (move) { press(document.querySelector(`button[name=move][value=${move}]`)); event.preventDefault(); }
});

// A button that was clicked lets go of the focus, so that the space bar is the facilitator's again.
document.addEventListener("click", (event) => { if (event.detail) event.target.closest("#main button")?.blur(); });

function press(button) { if (button && !button.disabled) button.click(); }

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help]")) document.getElementById("keys").showModal();
  if (event.target.closest("[data-help-close]")) document.getElementById("keys").close();
});

const { stream, now } = main().dataset;
follow({ stream, now, heard: ({ page }) => { if (page !== main().dataset.page) draw(); }, line: (on) => { document.getElementById("away").hidden = on; } });
tick();
