import { Skeleton } from "@mantine/core";
import { lazyPart } from "../ui/lazy-part.tsx";

/** The filters of a narrow screen, loaded apart: a wide one never asks for them. */
export const LazyFilterDrawer = lazyPart(
  async () => (await import("./FilterDrawer.tsx")).FilterDrawer,
  () => <Skeleton h={30} w={96} />,
);
