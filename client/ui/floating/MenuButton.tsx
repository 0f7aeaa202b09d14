import { type ReactNode, useState } from "react";
import { Boundary } from "../Boundary.tsx";
import { type Hanging, type Opener, useOpener } from "./use-opener.ts";

export type MenuButtonProps = {
  /** Draws the button with what it is given. */
  button: (opener: Opener & { onClick: () => void }) => ReactNode;
  /** Draws the menu, a lazy part with a {@link FloatingMenu}. */
  menu: (hanging: Hanging) => ReactNode;
  /** Loads that part. */
  load: () => void;
};

/** A button and a menu that hangs at it, which is loaded when it is wanted. */
export function MenuButton({ button, menu, load }: MenuButtonProps) {
  const [opened, onChange] = useState(false);
  const { opener, hanging, isDrawn } = useOpener("menu", { opened, onChange }, load);
  return (
    <>
      {button({ ...opener, onClick: () => onChange(!opened) })}
      {isDrawn && <Boundary>{menu(hanging)}</Boundary>}
    </>
  );
}
