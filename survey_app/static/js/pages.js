// A wall with more than fits turns its leaf every twenty seconds, on every projector at once.

const SECONDS = 20, LOOK = 500;

function turn() {
  const walls = [...document.querySelectorAll(".pages")].filter((wall) => wall.offsetParent);
  const leaves = Math.max(1, ...walls.map((wall) => wall.children.length));
  document.documentElement.style.setProperty("--leaf", Math.floor(Date.now() / 1000 / SECONDS) % leaves);
}

turn();
setInterval(turn, LOOK);
