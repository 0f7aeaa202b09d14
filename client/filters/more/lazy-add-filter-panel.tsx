import { Skeleton } from "@mantine/core";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { t } from "../../words/words.ts";

/** The panel that adds a filter on any field, loaded apart: bar and drawer share it. */
export const LazyAddFilterPanel = lazyPart(
  async () => (await import("./AddFilterPanel.tsx")).AddFilterPanel,
  () => <Skeleton h={240} aria-label={t("filters.more.title")} />,
);
