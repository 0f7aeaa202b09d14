import type { DrawerProps } from "@mantine/core";
import { lazyPart } from "./lazy-part.tsx";

/** A dialog from below. Wide screens have none, so it is a file of its own, loaded after the first paint. */
export const Sheet = lazyPart<DrawerProps>(
  async () => (await import("./BottomSheet.tsx")).BottomSheet,
  () => null,
);
