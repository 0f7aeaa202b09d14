import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import type { Edited } from "../../../client/filters/chips.ts";
import { defaultView, type View } from "../../../client/view/view.ts";

type Editing = { edited: Edited | undefined; onEdit: (next: Edited | undefined) => void };
type Draw = (view: View, onChange: (next: View) => void, editing: Editing) => ReactNode;

/**
 * Draws filters over a view that changes as it would on the screen.
 *
 * @returns a user at the screen, and the view as it is now.
 */
export function showFilters(draw: Draw, first: View = defaultView("Europe/Berlin")) {
  const current = { view: first };
  function Screen() {
    const [view, setView] = useState(first);
    const [edited, onEdit] = useState<Edited>();
    current.view = view;
    return <MantineProvider env="test">{draw(view, setView, { edited, onEdit })}</MantineProvider>;
  }
  render(<Screen />);
  return { user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }), current };
}
