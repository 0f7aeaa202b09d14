import { Button, Skeleton, Text } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { Async } from "../api/async.ts";
import { cannotBeHad, failureText } from "../api/errors.ts";
import { focusFirst } from "../ui/focus-first.ts";
import { t } from "../words/words.ts";
import classes from "./facets/FacetPanel.module.css";

type PanelStatesProps<T> = { state: Async<T>; loadingLabel: string; children: (data: T) => ReactNode };

/** Keeps the place of a list that is on its way, and the focus for it. */
function Waiting({ label }: { label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    return () => {
      const dialog = current?.closest("[role=dialog]");
      // What comes instead is on the page only after this has left it.
      if (document.activeElement === current) queueMicrotask(() => focusFirst(dialog));
    };
  }, []);
  return (
    <div ref={place} className={classes.message} role="status" aria-label={label} tabIndex={-1} data-autofocus>
      {[80, 60, 70, 45].map((width) => (
        <Skeleton key={width} height={14} width={`${width}%`} my={7} />
      ))}
    </div>
  );
}

/** A filter's list, or what there is to say while it is not there. */
export function PanelStates<T>({ state, loadingLabel, children }: PanelStatesProps<T>) {
  if (state.status === "loading") return <Waiting label={loadingLabel} />;
  if (state.status === "absent")
    return (
      <Text size="xs" c="dimmed" className={classes.message}>
        {state.reason}
      </Text>
    );
  if (state.status === "failed") {
    const { title, advice } = failureText(state.error);
    return (
      <div className={classes.message} role="alert">
        <Text size="sm">{title}</Text>
        <Text size="xs" c="dimmed" my={4}>
          {advice}
        </Text>
        {cannotBeHad(state.error) ? null : (
          <Button size="compact-xs" variant="default" onClick={state.retry}>
            {t("shell.tryAgain")}
          </Button>
        )}
      </div>
    );
  }
  return <div aria-busy={state.updating}>{children(state.data)}</div>;
}
