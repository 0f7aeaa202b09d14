import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconBook, IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ConversationFacts } from "../../contract/detail.ts";
import { valueLabel } from "../format/values.ts";
import { t } from "../words/words.ts";
import classes from "./header.module.css";
import type { ListPlace } from "./neighbour.ts";
import type { PanelKeys } from "./panel-keys.ts";

export type ToolProps = { label: string; onClick: () => void; isDisabled?: boolean; children: ReactNode };

/** A button of one sign, with its words on hover. */
export function Tool({ label, onClick, isDisabled = false, children }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      {/* Not `disabled`: at the end of the list the button under the focus must not vanish from under it. */}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={label}
        aria-disabled={isDisabled}
        data-end={isDisabled || undefined}
        onClick={() => !isDisabled && onClick()}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** `3 of 440`, where both are known. */
export function PlaceText({ place }: { place: ListPlace | undefined }) {
  if (place?.of === undefined) return null;
  return <span className={classes.place}>{t("detail.place", { place: place.place, of: place.of })}</span>;
}

export type PanelHeaderProps = Pick<PanelKeys, "onStep" | "canStep"> & {
  titleId: string;
  facts: ConversationFacts | undefined;
  /** A sheet has its steps at its foot, and is as wide as the page already. */
  isSheet: boolean;
  isReading: boolean;
  onRead: (reading: boolean) => void;
  onClose: () => void;
  place: ListPlace | undefined;
};

/** Which conversation this is, and the way to its neighbours and back to the table. */
export function PanelHeader(props: PanelHeaderProps) {
  const { titleId, facts, isSheet, isReading, onRead, onClose, onStep, canStep, place } = props;
  return (
    // Not a <header>: in the dialog of a phone it would be a second banner of the page.
    <div className={classes.header}>
      {isReading ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowLeft size="0.875rem" aria-hidden className={classes.turns} />}
          title={t("detail.readBeside")}
          onClick={() => onRead(false)}
        >
          {t("detail.back")}
        </Button>
      ) : null}
      <div className={classes.name}>
        {/* Where a screen of its own takes the focus: its name is read out before its buttons. */}
        <h2 id={titleId} className={classes.title} tabIndex={-1} data-autofocus>
          <bdi>{facts?.name || t("detail.open")}</bdi>
        </h2>
        {facts?.status ? <span className={classes.status}>{valueLabel(facts.status)}</span> : null}
      </div>
      <div className={classes.tools}>
        {isReading ? <PlaceText place={place} /> : null}
        {isSheet ? null : (
          <>
            <Tool label={t("detail.previous")} isDisabled={!canStep.prev} onClick={() => onStep(-1)}>
              <IconChevronUp size="1rem" aria-hidden />
            </Tool>
            <Tool label={t("detail.next")} isDisabled={!canStep.next} onClick={() => onStep(1)}>
              <IconChevronDown size="1rem" aria-hidden />
            </Tool>
          </>
        )}
        {isSheet || isReading ? null : (
          <Tool label={t("detail.readWide")} onClick={() => onRead(true)}>
            <IconBook size="1rem" aria-hidden />
          </Tool>
        )}
        {isReading ? null : (
          <Tool label={t("detail.close")} onClick={onClose}>
            <IconX size="1rem" aria-hidden />
          </Tool>
        )}
      </div>
    </div>
  );
}
