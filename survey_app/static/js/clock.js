// Clocks that run down by themselves between two looks at the server.

const SECOND = 1000, MINUTE = 60;

export function tick(root = document) {
  const began = performance.now();
  for (const clock of root.querySelectorAll("[data-seconds]")) {
    if (clock.ends?.of === clock.dataset.seconds + clock.dataset.stamp) continue;
    clock.ends = { of: clock.dataset.seconds + clock.dataset.stamp, at: began + Number(clock.dataset.seconds) * SECOND };
  }
}

function draw() {
  for (const clock of document.querySelectorAll("[data-seconds]")) {
    if (!clock.ends) continue;
    const left = Math.max(0, Math.round((clock.ends.at - performance.now()) / SECOND));
    const words = left ? `${Math.floor(left / MINUTE)}:${String(left % MINUTE).padStart(2, "0")}` : clock.dataset.over;
    if (clock.textContent !== words) clock.textContent = words;
  }
}

setInterval(draw, SECOND / 4);
