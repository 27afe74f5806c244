// Says at once what other weights do: the server works it out and keeps nothing until somebody saves.
// Without it the button does the same.

import { morph } from "./morph.js";

const PAUSE = 120;
const form = document.querySelector("[data-weigh]");
let timer = 0;
let asked = 0;

async function look() {
  const mine = ++asked;
  const body = new FormData(form);
  body.set("go", "look");
  const response = await fetch(location.href, { method: "POST", body }).catch(() => null);
  if (!response?.ok || mine !== asked) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const id of ["totals", "outcome"]) morph(document.getElementById(id), fresh.getElementById(id));
}

function told() {
  for (const slider of form.querySelectorAll("[type=range]")) slider.nextElementSibling.value = slider.value;
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
}

form.addEventListener("input", told);
told(); // a browser may have brought back what was typed
