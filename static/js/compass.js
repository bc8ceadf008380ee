// A bonus: leave at once. Without this file the same link leaves through the server.
(() => {
  const link = document.querySelector("a.leave");
  let shifts = 0;
  let last = 0;

  const leave = () => {
    document.documentElement.hidden = true;
    document.title = "";
    navigator.sendBeacon?.(link.href);
    location.replace(link.href);
  };

  link?.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  // Three times Shift, quickly, and nothing in between. Never in a box where somebody types.
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const typing = event.target.closest?.("textarea, select, input:not([type=radio], [type=checkbox])");
    if (event.timeStamp - last > 2000) shifts = 0;
    last = event.timeStamp;
    shifts = event.key === "Shift" && !typing ? shifts + 1 : 0;
    if (link && shifts === 3) leave();
  });

  // A page that the browser kept must not show old answers.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
