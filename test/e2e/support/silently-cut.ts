/**
 * Texts that are cut without a sign: without an ellipsis, or with one that WebKit leaves out in a box of lines. It runs
 * in the page, and so needs nothing but the page.
 *
 * @param within the part of the page that is looked at; all of it where there is none.
 */
export function silentlyCut(within: string | null): string[] {
  const isLines = (one: Element) => getComputedStyle(one).webkitLineClamp !== "none";
  const roots = within === null ? [document.body] : [...document.querySelectorAll(within)];
  const all = roots.flatMap((root) => [...root.querySelectorAll("*")]).filter((one) => one instanceof HTMLElement);
  const cut = all.filter((one) => {
    const style = getComputedStyle(one);
    const text = [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
    const hides = ["hidden", "clip"].includes(style.overflowX) && style.clipPath === "none";
    return text && hides && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1;
  });
  const silent = cut.filter((one) => {
    for (let above = one.parentElement; above; above = above.parentElement) if (isLines(above)) return true;
    return getComputedStyle(one).textOverflow !== "ellipsis";
  });
  return silent.map((one) => `${one.tagName} ${one.className}: ${one.textContent}`);
}
