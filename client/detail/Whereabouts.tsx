import { Button } from "@mantine/core";
import { failureSentences } from "../api/errors.ts";
import { t } from "../words/words.ts";
import { Failed } from "./PartView.tsx";
import classes from "./panel.module.css";

/** Where a conversation is that is not among the loaded rows of the list. */
export type Where =
  /** The list is loading still. */
  | { kind: "coming" }
  /** The view's filters or its time leave it out. */
  | { kind: "outside" }
  | { kind: "beyond"; onFind: () => void }
  /** The list is being read; `of` is how many rows it has, where that is known. */
  | { kind: "searching"; done: number; of: number | undefined; onStop: () => void }
  /** The whole list was read. */
  | { kind: "lost" }
  | { kind: "failed"; error: unknown; onFind: () => void };

function sentenceOf(where: Exclude<Where, { kind: "failed" | "coming" }>): string {
  if (where.kind !== "searching") return t(`detail.where.${where.kind}`);
  const { done, of } = where;
  return of === undefined ? t("detail.where.searching", { done }) : t("detail.where.searchingOf", { done, of });
}

/** Says why the list does not show the open conversation, and leads to it where it can. */
export function Whereabouts({ where }: { where: Where }) {
  if (where.kind === "coming") return null;
  if (where.kind === "failed") {
    const why = failureSentences(where.error);
    return (
      <div className={classes.where}>
        <Failed title={t("detail.where.failed")} why={why} retry={where.onFind} isAsking={false} />
      </div>
    );
  }
  const isSearching = where.kind === "searching";
  return (
    <div className={classes.where} data-quiet>
      {/* Each number read out would drown everything else. */}
      <p role={isSearching ? undefined : "status"}>{sentenceOf(where)}</p>
      {where.kind === "beyond" ? (
        <Button size="compact-xs" variant="default" onClick={where.onFind}>
          {t("detail.where.find")}
        </Button>
      ) : null}
      {isSearching ? (
        <Button size="compact-xs" variant="default" onClick={where.onStop}>
          {t("detail.where.stop")}
        </Button>
      ) : null}
    </div>
  );
}
