import { Button, Skeleton, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../words/words.ts";
import classes from "./part.module.css";
import type { PartState } from "./part-state.ts";

/** Uneven, so that it looks like text to come. */
const widths = ["82%", "64%", "91%", "47%", "73%", "58%"];

export function Loading({ lines }: { lines: number }) {
  return (
    <div aria-busy="true" className={classes.loading}>
      <VisuallyHidden>{t("detail.loading")}</VisuallyHidden>
      {widths.slice(0, lines).map((width) => (
        <Skeleton key={width} h={10} w={width} radius="xl" aria-hidden="true" />
      ))}
    </div>
  );
}

export function Failed({
  title,
  why,
  retry,
  isAsking,
}: Omit<Extract<PartState<never>, { status: "failed" }>, "status">) {
  return (
    <div className={classes.failed} role="alert">
      <div className={classes.failedText}>
        <p className={classes.failedTitle}>{title}</p>
        <p className={classes.failedWhy}>{why}</p>
      </div>
      <Button size="compact-xs" variant="default" loading={isAsking} onClick={retry}>
        {t("shell.tryAgain")}
      </Button>
    </div>
  );
}

export type PartViewProps<Data> = {
  state: PartState<Data>;
  skeletonLines: number;
  children: (data: Data) => ReactNode;
};

/** A part of the conversation: what is there, that it is loading, or why it is not there. */
export function PartView<Data>({ state, skeletonLines, children }: PartViewProps<Data>) {
  if (state.status === "loading") return <Loading lines={skeletonLines} />;
  if (state.status === "failed") return <Failed {...state} />;
  return children(state.data);
}

/** A sentence in a part's place or before it. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}
