import { Button } from "@mantine/core";
import { t } from "../words/words.ts";
import classes from "./panel.module.css";
import type { Mark } from "./Results.tsx";

/** Says which lines are marked and for what, as long as they are. */
export function MarkBar({ mark, onClear }: { mark: Mark | undefined; onClear: () => void }) {
  const { from = 0, to = 0, operator = "" } = mark ?? {};
  const words = { from: from + 1, to: to + 1, operator };
  return (
    <div role="status" className={classes.markBar} data-empty={!mark || undefined}>
      {mark ? (
        <>
          <span dir="auto">{from === to ? t("detail.marked.one", words) : t("detail.marked.some", words)}</span>
          <Button size="compact-xs" variant="default" onClick={onClear}>
            {t("detail.marked.clear")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
