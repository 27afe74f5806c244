// A live line to the server: a stream of small snapshots, and asking now and then when streams break.
// A hidden tab lets go of its stream, for a browser allows six a host; it looks again when it is seen.

const AGAIN = 3000, JITTER = 1000, TRIES = 2;

export function follow({ stream, now, heard, line = () => {} }) {
  let source = null, timer = 0, failed = 0, etag = "";

  function open() {
    close();
    if (document.hidden) return;
    if (failed >= TRIES || !("EventSource" in window)) return ask();
    source = new EventSource(stream);
    source.onmessage = (event) => { failed = 0; line(true); heard(JSON.parse(event.data)); };
    source.onopen = () => line(true);
    source.onerror = () => {
      failed += 1;
      line(false);
      if (failed >= TRIES || source.readyState === EventSource.CLOSED) { close(); timer = setTimeout(open, wait()); }
    };
  }

  async function ask() {
    try {
      const answer = await fetch(now, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
      if (answer.status === 200) { etag = answer.headers.get("ETag"); heard(await answer.json()); }
      line(answer.ok || answer.status === 304);
    } catch { line(false); }
    timer = setTimeout(ask, wait());
  }

  const wait = () => AGAIN + Math.random() * JITTER;
  function close() { source?.close(); source = null; clearTimeout(timer); }

  document.addEventListener("visibilitychange", () => { if (document.hidden) close(); else { failed = 0; open(); } });
  addEventListener("online", () => { failed = 0; open(); });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  open();
}

// Fetch a page of ours and give it back as a document; null when something else came.
export async function fetched(url, mark) {
  try {
    const answer = await fetch(url, { headers: { Accept: "text/html" }, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector(mark) ? page : null;
  } catch { return null; }
}

// One drawing at a time: what is heard meanwhile is drawn once, afterwards.
export function oneAtATime(draw) {
  let busy = false, again = false;
  return async function next() {
    if (busy) { again = true; return; }
    busy = true;
    do { again = false; await draw(); } while (again);
    busy = false;
  };
}
