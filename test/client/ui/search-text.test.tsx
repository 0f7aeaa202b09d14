import { act, renderHook } from "@testing-library/react";
import fc from "fast-check";
import { expect, test } from "vitest";
import { useSearchText } from "../../../client/ui/search-text.ts";

test("what is typed behind or before the name of what is chosen takes its place, and the rest is typed as ever", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.constantFrom("UTC", "Asia/Kolkata", ""), word, fc.boolean(), (chosen, typed, behind) => {
      const { result, unmount } = renderHook(() => useSearchText(chosen));
      const type = (text: string) => act(() => result.current.onSearchChange(text));
      for (const [place, letter] of [...typed].entries()) {
        const before = result.current.searchValue;
        type(behind || place > 0 ? before + letter : letter + before);
      }
      expect(result.current.searchValue).toBe(typed);
      type(chosen);
      expect(result.current.searchValue).toBe(chosen);
      type(chosen.slice(1));
      expect(result.current.searchValue).toBe(chosen.slice(1));
      unmount();
    }),
    { numRuns: 30 },
  );
});
