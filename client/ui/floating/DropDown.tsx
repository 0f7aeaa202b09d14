import type { ReactNode } from "react";
import { Boundary } from "../Boundary.tsx";
import { lazyPart } from "../lazy-part.tsx";
import type { FloatingDropDownProps } from "./FloatingDropDown.tsx";
import { type Hanging, type Opener, useOpener } from "./use-opener.ts";

const FloatingDropDown = lazyPart(
  async () => (await import("./FloatingDropDown.tsx")).FloatingDropDown,
  () => null,
);

export type DropDownProps = Omit<FloatingDropDownProps, keyof Hanging> &
  Pick<Hanging, "opened" | "onChange"> & {
    /** Draws the button with what it is given; pressing it is the button's own matter. */
    button: (opener: Opener) => ReactNode;
  };

/**
 * A button and a dialog that hangs at it, as Mantine's Popover draws one, which is loaded when it is wanted. A press
 * before it is there opens it as soon as it is.
 */
export function DropDown({ button, opened, onChange, ...props }: DropDownProps) {
  const { opener, hanging, isDrawn } = useOpener({ opened, onChange }, FloatingDropDown.load);
  return (
    <>
      {button(opener)}
      {isDrawn && (
        <Boundary>
          <FloatingDropDown {...hanging} {...props} />
        </Boundary>
      )}
    </>
  );
}
