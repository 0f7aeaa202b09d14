import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Freshness } from "../../../client/dashboard/Freshness.tsx";
import { showFilters } from "../filters/screen.tsx";

const asOf = Date.parse("2026-11-22T13:20:00Z");

test("Without a connection the head says so in the place of how far the data reaches, until there is one", () => {
  showFilters(() => <Freshness asOf={asOf} zone="UTC" />);
  const note = () => screen.queryByText("You’re offline. Loaded data stays here.");
  expect(note()).toBeNull();
  expect(screen.getByText(/^Data to/)).toBeTruthy();
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(note()).not.toBeNull();
  expect(screen.queryByText(/^Data to/)).toBeNull();
  onLine.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("online")));
  expect(note()).toBeNull();
  expect(screen.getByText(/^Data to/)).toBeTruthy();
});
