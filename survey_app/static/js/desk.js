// Comforts of the desk; every page works without them.

const menu = document.querySelector("[data-menu]");
menu?.addEventListener("click", () => {
  const list = document.getElementById("side-menu");
  const open = list.toggleAttribute("data-open");
  menu.setAttribute("aria-expanded", String(open));
});

document.querySelector(".problems")?.focus();

for (const part of document.querySelectorAll("[data-copy]")) {
  const button = part.querySelector("[data-copy-button]");
  const text = part.querySelector("input");
  if (!button) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    text.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(text.value);
    else document.execCommand("copy");
    button.querySelector("span").textContent = button.dataset.done;
  });
}

if (window.PublicKeyCredential) {
  for (const offer of document.querySelectorAll("[data-passkey-offer]")) offer.hidden = false;
}
