import { Tooltip } from "@mantine/core";
import type { RefObject } from "react";
import { Standing, useOpensLater } from "./Standing.tsx";

export type FloatingHintProps = {
  at: RefObject<HTMLElement | null>;
  /** The id of the text. */
  id: string;
  opened: boolean;
  label: string;
  multiline?: boolean;
  /** The greatest width, in pixels at usual letters. */
  maw?: number;
};

/** The tooltip of a {@link Hint}. */
export function FloatingHint({ at, id, opened, label, ...props }: FloatingHintProps) {
  return (
    <Tooltip {...props} opened={useOpensLater(opened)} label={<span id={id}>{label}</span>}>
      <Standing at={at} />
    </Tooltip>
  );
}
