// Moving notes on a canvas with the mouse or with Shift and an arrow; the note's own page does it too.

const canvas = document.querySelector("[data-canvas]");
const form = document.querySelector("[data-move]");
const blocks = [...canvas.querySelectorAll("[data-block]")];
const notesOf = (block) => [...block.querySelectorAll("[data-note]")];
let lifted = null;

document.querySelector("[data-how]").hidden = false;
document.querySelector(`#${CSS.escape(location.hash.slice(1)) || "none"}`)?.focus();

function move(note, block, place) {
  form.action = form.dataset.move.replace("KEY", note.dataset.note);
  form.elements.block.value = block.dataset.block;
  form.elements.place.value = Math.max(place, 0);
  form.submit();
}

function placeAt(block, y) {
  const others = notesOf(block).filter((one) => one !== lifted);
  const before = others.findIndex((one) => {
    const box = one.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return before < 0 ? others.length : before;
}

for (const block of blocks) {
  block.addEventListener("dragover", (event) => {
    if (!lifted) return;
    event.preventDefault();
    block.toggleAttribute("data-over", true);
  });
  block.addEventListener("dragleave", () => block.removeAttribute("data-over"));
  block.addEventListener("drop", (event) => {
    if (!lifted) return;
    event.preventDefault();
    move(lifted, block, placeAt(block, event.clientY));
  });
  for (const note of notesOf(block)) {
    note.firstElementChild.draggable = true;
    note.addEventListener("dragstart", () => {
      lifted = note;
      note.toggleAttribute("data-lifted", true);
    });
    note.addEventListener("dragend", () => {
      lifted = null;
      note.removeAttribute("data-lifted");
      for (const one of blocks) one.removeAttribute("data-over");
    });
    note.addEventListener("keydown", (event) => byKey(event, note, block));
  }
}

function byKey(event, note, block) {
  if (!event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
  const place = notesOf(block).indexOf(note);
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const [aside, along] = steps[event.key] ?? [0, 0];
  const target = blocks[blocks.indexOf(block) + aside];
  if (!target || (!aside && !notesOf(block)[place + along])) return;
  if (!aside && !along) return;
  event.preventDefault();
  move(note, target, aside ? Math.min(place, notesOf(target).length) : place + along);
}
