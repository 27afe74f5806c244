// Leaf through a canvas on the wall with the keys a clicker sends; Escape goes back to the desk.

const KEYS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "prev", PageUp: "prev", Escape: "up" };

addEventListener("keydown", (event) => {
  const link = document.querySelector(`a[rel=${KEYS[event.key] ?? "none"}]`);
  if (!link || event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("a")?.matches(":focus-visible") && event.key === " ") return;
  event.preventDefault();
  location.assign(link.href);
});
