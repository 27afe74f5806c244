// Reads a page aloud with the voice of the device; without one the button stays away.

export function speech(words) {
  const button = document.getElementById("speak");
  if (!button || !("speechSynthesis" in window)) return;
  button.hidden = false;
  button.onclick = () => {
    const speaking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    button.setAttribute("aria-pressed", String(!speaking));
    if (speaking) return;
    const told = words().filter((node) => !node.closest("[hidden]")).map((node) => node.textContent.trim());
    const voice = new SpeechSynthesisUtterance(told.join(". "));
    voice.lang = document.documentElement.lang.replace("nl-x-easy", "nl-BE");
    voice.rate = 0.9;
    voice.onend = () => button.setAttribute("aria-pressed", "false");
    speechSynthesis.speak(voice);
  };
}
