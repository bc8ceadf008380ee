// A long list of names gets shorter while somebody types. Nothing is sent from here, and what is ticked stays.
(() => {
  const box = document.getElementById("q");
  const rows = [...document.querySelectorAll("[data-find]")];

  // A whole word wins: "x" is not Xbox. Then letters, then every word of several, then a long one of them.
  const near = (said) => {
    const typed = said.join("");
    const tries = [
      (names) => names.includes(` ${typed} `),
      (names) => names.includes(typed.length < 3 ? ` ${typed}` : typed),
      (names) => said.every((word) => names.includes(` ${word}`)),
      (names) => said.some((word) => word.length > 3 && names.includes(` ${word} `)),
    ];
    const found = tries.map((fits) => rows.filter((row) => fits(` ${row.dataset.find} `)));
    return found.find((some) => some.length) ?? [];
  };

  box.addEventListener("input", () => {
    // As `found_by` of resources/core/name_search.py makes what is compared.
    const said = box.value.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
    const found = near(said);
    for (const row of rows) row.hidden = !found.includes(row) && !row.querySelector(":checked");
    document.getElementById("none").hidden = found.length > 0;
    for (const part of document.querySelectorAll("[data-part]")) {
      part.hidden = !part.querySelector("[data-find]:not([hidden])");
      part.open = said.length > 0 || part.querySelector(":checked");
    }
  });

  // In the guide the box is for the script alone: Enter goes to the first name, and does not send the form.
  const finder = document.getElementById("finder");
  if (!finder) return;
  finder.hidden = false;
  finder.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    document.querySelector("[data-find]:not([hidden]) input")?.focus();
  });
})();
