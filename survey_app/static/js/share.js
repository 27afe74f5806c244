// Hands the page on with the phone's own menu, where there is one; the address stands there anyway.
for (const part of document.querySelectorAll("[data-share]")) {
  const button = part.querySelector("button");
  if (!navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", () => navigator.share({ title: document.title, url: part.dataset.share }).catch(() => {}));
}
