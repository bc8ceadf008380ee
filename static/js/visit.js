// A bonus for the pages of a visit: a text grows from its blanks and can be copied.
(() => {
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
