// The wall: look again whenever something changed, and let bars grow instead of flicker.

import { tick } from "./clock.js";
import { fetched, follow, oneAtATime } from "./live.js";
import { morph } from "./morph.js";

const screen = () => document.getElementById("main");

const draw = oneAtATime(async () => {
  const page = await fetched(location.href, "#main[data-page]");
  if (!page) return;
  document.title = page.title;
  document.body.className = page.body.className;
  morph(screen(), page.getElementById("main"));
  tick();
});

const { stream, now } = screen().dataset;
follow({ stream, now, heard: ({ page }) => { if (page !== screen().dataset.page) draw(); } });
tick();

addEventListener("keydown", (event) => { if (event.key === "f" && !event.repeat) document.documentElement.requestFullscreen?.(); });
