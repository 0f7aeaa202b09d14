import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { LensSwitch } from "../../../client/dashboard/LensSwitch.tsx";
import type { Lens } from "../../../client/view/view.ts";

function Switch() {
  const [lens, setLens] = useState<Lens>("conversations");
  return <LensSwitch lens={lens} onLens={setLens} />;
}

const selected = () => screen.getByRole("tab", { selected: true });

test("The lenses are tabs: one is selected, and is the only stop of the keyboard", async () => {
  render(<Switch />);
  const user = userEvent.setup({ delay: null });
  expect(selected().textContent).toBe("Conversations");
  await user.click(screen.getByRole("tab", { name: "Analysis" }));
  expect(selected().textContent).toBe("Analysis");
  expect(screen.getAllByRole("tab").map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
});

test("Arrow keys lead from one to the other, Home and End to the first and the last, with the focus", async () => {
  render(<Switch />);
  const user = userEvent.setup({ delay: null });
  await user.tab();
  const names: (string | undefined)[] = [];
  for (const key of ["ArrowRight", "ArrowRight", "End", "Home", "ArrowLeft"]) {
    await user.keyboard(`{${key}}`);
    expect(document.activeElement).toBe(selected());
    names.push(selected().textContent ?? undefined);
  }
  expect(names).toEqual(["Analysis", "Conversations", "Analysis", "Conversations", "Analysis"]);
});
