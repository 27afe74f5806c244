// Keys of the chair: the space bar does the step that comes now, as the button says.
// Who is hindered by them switches them off; this device remembers that for the meeting.

const OFF = "keys-off";
const isOff = () => sessionStorage.getItem(OFF) === "yes";

function offer() {
  const part = document.querySelector("[data-keys]");
  if (!part) return;
  part.hidden = false;
  part.querySelector("input").checked = !isOff();
}

document.addEventListener("change", (event) => {
  if (event.target.id === "keys") sessionStorage.setItem(OFF, event.target.checked ? "no" : "yes");
});

document.addEventListener("keydown", (event) => {
  if (isOff() || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.target.closest("input, select, textarea, button, a, summary")) return;
  const pressed = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key.toLowerCase());
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
});

document.addEventListener("drawn", offer);
offer();
