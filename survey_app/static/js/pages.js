// A wall with more cards than fit turns its page every twenty seconds, on every projector at once.

const SECONDS = 20, LOOK = 500;

function turn() {
  const leaves = Math.max(...[...document.querySelectorAll(".pages")].map((wall) => wall.children.length), 1);
  const leaf = Math.floor(Date.now() / 1000 / SECONDS) % Math.min(leaves, 7);
  document.documentElement.dataset.leaf = leaf;
}

turn();
setInterval(turn, LOOK);
