// Runs before the first paint, so that a dark page does not flash white. It is a file of its own because the content
// policy allows no inline script. The key and the attribute are Mantine's. It goes on following both, for the guide,
// which has no other script.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem("mantine-color-scheme-value");
    } catch {
      // Storage may be forbidden; the system's preference serves then.
    }
    const scheme = chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
    document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
  };
  show();
  system.addEventListener("change", show);
  addEventListener("storage", show);
})();
