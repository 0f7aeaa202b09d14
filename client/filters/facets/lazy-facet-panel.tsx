import { Skeleton } from "@mantine/core";
import { lazyPart } from "../../ui/lazy-part.tsx";

/** The values of one role, loaded apart: buttons and drawer share it. */
export const LazyFacetPanel = lazyPart(
  async () => (await import("./FacetPanel.tsx")).FacetPanel,
  () => <Skeleton h={240} />,
);
