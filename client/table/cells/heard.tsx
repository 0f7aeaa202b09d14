import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

/** Text for screen readers alone, as the library hides it: without its component, since cells are painted. */
export function heard(text: string): ReactNode {
  return <span className={VisuallyHidden.classes.root}>{text}</span>;
}
