// A form without an answer keeps its words, a visit does not end while somebody types, a text can be copied.
(() => {
  const MINUTE = 60000;
  const show = (id, shown = true) => {
    const line = document.getElementById(id);
    if (line) line.hidden = !shown;
    return line;
  };

  // The visit ends after 30 silent minutes, and typing is silent.
  const still = document.getElementById("still");
  let heard = Date.now();
  let tried = heard;
  const stay = async () => {
    tried = Date.now();
    const answer = await fetch(still.dataset.href, { method: "POST" }).catch(() => null);
    if (answer?.status === 204) heard = tried;
    show("still", Date.now() - heard > 25 * MINUTE);
    show("ended", answer?.status === 410);
  };
  if (still) {
    addEventListener("input", () => Date.now() - tried > 5 * MINUTE && stay());
    still.querySelector("button").addEventListener("click", stay);
    setInterval(() => Date.now() - heard > 25 * MINUTE && show("still"), MINUTE / 4);
  }

  // One line asks before a link leads away from words that are not kept. Leave never asks.
  let changed = null;
  let wanted = "";
  addEventListener("input", (event) => (changed = event.target.form?.matches("[data-words]") ? event.target.form : changed));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("main a[href], footer a[href]");
    const ours = link?.origin === location.origin && link.href.split("#")[0] !== location.href.split("#")[0];
    if (!changed || !ours || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    wanted = link.href;
    const line = show("unkept");
    (link.closest("ul, ol, dl, p, section, form") ?? link).after(line);
    line.focus();
  });
  document.getElementById("keep")?.addEventListener("click", () => changed.requestSubmit());
  document.getElementById("drop")?.addEventListener("click", () => location.assign(wanted));

  // A form is sent from here: without an answer within ten seconds the words stay where they are.
  const go = (address) => {
    const to = new URL(address, location.href);
    if (to.href.split("#")[0] !== location.href.split("#")[0]) return location.assign(to);
    history.replaceState(null, "", to);
    history.scrollRestoration = "manual";
    location.reload();
  };
  const send = async (form, button) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 10000);
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) body.append(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { "By-Script": "1" }, signal: stop.signal });
      const page = await answer.text();
      // Another machine on the way can answer, too.
      if (!answer.headers.has("By-Script") || answer.status >= 500) throw answer;
      // Somebody left meanwhile: nothing may bring this site back.
      if (document.documentElement.hidden) return;
      changed = null;
      if (answer.headers.has("Go-To")) return go(answer.headers.get("Go-To"));
      window.came = true;
      document.open();
      document.write(page);
      document.close();
    } catch {
      show("unsent").scrollIntoView({ block: "center" });
    } finally {
      clearTimeout(timer);
    }
  };
  let sending = null;
  for (const form of document.querySelectorAll("form[data-words]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      show("unsent", false);
      show("unkept", false);
      sending ??= send(form, event.submitter).finally(() => (sending = null));
    });
  }
  if (window.came) {
    window.came = false;
    const first = document.getElementById("errors") ?? document.querySelector("h1");
    first.tabIndex = -1;
    first.focus();
    // What came back is not kept yet.
    if (first.id) changed = document.querySelector("form[data-words]");
  }
  // After a reload from here the browser does not go to the row by itself.
  if (history.scrollRestoration === "manual") document.getElementById(location.hash.slice(1))?.focus();

  // A text grows from its blanks.
  const made = document.getElementById("made");
  const make = () => {
    made.hidden = false;
    made.textContent = (document.querySelector("[data-text]:checked") ?? made).dataset.text.replace(/{(\w+)}/g, (_, name) => {
      const box = document.getElementsByName(name)[0];
      return (box.value.trim() || box.defaultValue).replace(box.rows ? "" : /[ .,!?]+$/, "");
    });
  };
  if (made) make(addEventListener("input", make));

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
    });
  }
})();
