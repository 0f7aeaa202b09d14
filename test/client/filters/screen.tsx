import { createTheme, MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import type { Edited } from "../../../client/filters/chips.ts";
import { defaultView, type View } from "../../../client/view/view.ts";

type Editing = { edited: Edited | undefined; onEdit: (next: Edited | undefined) => void };
type Draw = (view: View, onChange: (next: View) => void, editing: Editing) => ReactNode;

/** What is closed fades away for longer than any test lasts. Nothing has a place here, so nothing is out of sight. */
const popover = { transitionProps: { duration: 1, exitDuration: 1_000_000 }, hideDetached: false };
const fading = { theme: createTheme({ components: { Popover: { defaultProps: popover } } }) };

/**
 * Draws filters over a view that changes as it would on the screen.
 *
 * @returns a user at the screen, and the view and the open filter as they are now.
 */
export function showFilters(draw: Draw, first: View = defaultView("Europe/Berlin"), { fades = false } = {}) {
  const current: { view: View; edited: Edited | undefined } = { view: first, edited: undefined };
  function Screen() {
    const [view, setView] = useState(first);
    const [edited, onEdit] = useState<Edited>();
    current.view = view;
    current.edited = edited;
    return (
      <MantineProvider {...(fades ? fading : { env: "test" })}>
        {draw(view, setView, { edited, onEdit })}
      </MantineProvider>
    );
  }
  render(<Screen />);
  return { user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }), current };
}
