import { Button, Kbd, UnstyledButton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { conversationQuery } from "../api/detail.ts";
import { formatList } from "../format/list.ts";
import { cellMembers } from "../format/values.ts";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { type Fact, factsOf } from "./facts.tsx";
import classes from "./foot.module.css";
import type { ListPlace, Neighbour } from "./neighbour.ts";
import { PlaceText } from "./PanelHeader.tsx";
import type { PanelKeys } from "./panel-keys.ts";

type StepProps = Pick<PanelKeys, "onStep" | "canStep">;

/** The steps of a sheet, in reach of a thumb. */
export function SheetFoot({ onStep, canStep, place }: StepProps & { place: ListPlace | undefined }) {
  return (
    <div className={classes.foot}>
      <Button
        variant="default"
        size="md"
        aria-disabled={!canStep.prev}
        data-disabled={!canStep.prev}
        leftSection={<IconChevronLeft size="1rem" aria-hidden className={classes.turns} />}
        onClick={() => canStep.prev && onStep(-1)}
      >
        {t("detail.foot.previous")}
      </Button>
      <PlaceText place={place} />
      <Button
        size="md"
        aria-disabled={!canStep.next}
        data-disabled={!canStep.next}
        rightSection={<IconChevronRight size="1rem" aria-hidden className={classes.turns} />}
        onClick={() => canStep.next && onStep(1)}
      >
        {t("detail.foot.next")}
      </Button>
    </div>
  );
}

type NextProps = { next: Neighbour; columns: readonly ViewColumn[]; zone: string; onStep: PanelKeys["onStep"] };

const told: readonly Fact["key"][] = ["sentiment", "duration", "time"];

/** The next conversation by its name, where that was loaded ahead; else by its customer or its id. */
function Next({ next: { id, row }, columns, zone, onStep }: NextProps) {
  const { data } = useQuery({ ...conversationQuery(id), enabled: false });
  const facts = data?.conversation.status === "ok" ? data.conversation.data.item : undefined;
  const column = columns.find(({ role }) => role === "customer");
  const customer = formatList(cellMembers(column && row[column.field]));
  const shown = factsOf({ row, columns, facts, groups: [], zone }).filter(({ key }) => told.includes(key));
  const title = facts?.name || customer || id;
  return (
    <UnstyledButton className={classes.next} onClick={() => onStep(1)}>
      <span className={classes.nextTitle} dir="auto">
        {t("detail.foot.upNext", { title })}
      </span>
      {customer && title !== customer ? <bdi className={classes.fact}>{customer}</bdi> : null}
      {shown.map(({ key, value }) => (
        <span key={key} className={classes.fact}>
          {value}
        </span>
      ))}
    </UnstyledButton>
  );
}

const keys = [
  ["J", "next"],
  ["K", "previous"],
  ["escape", "back"],
] as const;

/** What comes after the conversation that is read, and the keys that lead there and back. */
export function ReadingFoot({ next, ...rest }: Omit<NextProps, "next"> & { next: Neighbour | undefined }) {
  return (
    <div className={classes.foot}>
      {next ? <Next next={next} {...rest} /> : <span className={classes.fact}>{t("detail.foot.last")}</span>}
      <span className={classes.keys}>
        {keys.map(([key, what]) => (
          <span key={key}>
            <Kbd size="xs">{key === "escape" ? t("keys.names.escape") : key}</Kbd> {t(`detail.footKeys.${what}`)}
          </span>
        ))}
      </span>
    </div>
  );
}
