import { valueLabel } from "../../format/values.ts";

/** `conversations-by-channel_2026-11-16_2026-11-22_Europe-Berlin.svg`: what is shown, and the parts of the view's name. */
export function fileName(title: string, view: readonly string[], ending: string): string {
  const plain = valueLabel(title)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `${[plain, ...view].filter((part) => part !== "").join("_")}.${ending}`;
}

/** Gives a file to the person. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click; later it is of no use.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function saveText(text: string, type: string, name: string): void {
  saveBlob(new Blob([text], { type }), name);
}

/** The colours of this screen, light or dark, behind the CSS variables of an element. */
export function colorsOf(element: Element): (name: string) => string {
  const probe = document.createElement("span");
  return (name) => {
    element.append(probe);
    probe.style.color = name;
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  };
}

/**
 * An SVG as a PNG, twice as large as it is, for sharp screens.
 *
 * @throws where the browser cannot draw it.
 */
export async function pictureOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("The browser could not draw the picture.");
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
