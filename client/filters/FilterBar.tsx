import { useNarrow } from "../ui/use-narrow.ts";
import type { FilterBarProps } from "./filter-props.ts";
import { LazyFilterDrawer } from "./lazy-filter-drawer.tsx";
import { FilterButtons } from "./line/FilterButtons.tsx";

/** The filters: a line of buttons, or on a narrow screen one button that opens them all as a drawer. */
export function FilterBar(props: FilterBarProps) {
  return useNarrow() ? <LazyFilterDrawer {...props} /> : <FilterButtons {...props} />;
}
