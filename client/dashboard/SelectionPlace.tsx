import { VisuallyHidden } from "@mantine/core";
import { selectionWords } from "../table/select/selection-words.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { lazyPart } from "../ui/lazy-part.tsx";
import { useStore } from "../ui/store.ts";
import type { SelectionBarProps } from "./SelectionBar.tsx";

const SelectionBar = lazyPart(
  async () => (await import("./SelectionBar.tsx")).SelectionBar,
  () => null,
);

/** The bar of the selection, while there is one or something to say of it. What it says is read out. */
export function SelectionPlace(props: SelectionBarProps) {
  const selected = useStore(props.selection);
  const { count, note } = selectionWords(selected);
  return (
    <>
      <VisuallyHidden aria-live="polite">{`${count}. ${note}`}</VisuallyHidden>
      {count || note ? (
        <Boundary of={selected}>
          <SelectionBar {...props} />
        </Boundary>
      ) : null}
    </>
  );
}
