import { FocusTrap, VisuallyHidden } from "@mantine/core";
import { useId, useRef, useState } from "react";
import type { Account } from "../../contract/account.ts";
import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { useConversationFields } from "../api/conversation-fields.ts";
import { useRateLimitWords } from "../api/rate-limit-words.ts";
import { useNarrow } from "../ui/use-narrow.ts";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { PanelBody } from "./PanelBody.tsx";
import { PanelEdge } from "./PanelEdge.tsx";
import { PanelHeader } from "./PanelHeader.tsx";
import classes from "./panel.module.css";
import { panelKeys } from "./panel-keys.ts";
import { RowFields } from "./RowFields.tsx";
import type { SectionName } from "./section-names.ts";
import { useConversation } from "./use-conversation.ts";
import { usePanelFocus } from "./use-panel-focus.ts";
import { usePanelParts } from "./use-panel-parts.ts";
import { type Where, Whereabouts } from "./Whereabouts.tsx";

export type ConversationPanelProps = {
  /** The conversation's id, as the account's id field spells it. */
  id: string;
  /** Its row as the table has it; undefined when it is not among the loaded rows. */
  row: Row | undefined;
  /** Where it is in the list; undefined where its row is there, or that is not known yet. */
  where: Where | undefined;
  /** The queries of all its fields. */
  requests: readonly InsightsQueryRequest[];
  /** The moment that the view is of. */
  pinId: number;
  /** Every column that the account can show. */
  columns: readonly ViewColumn[];
  /** The zone that times are shown in. */
  zone: string;
  account: Account;
  onClose: () => void;
  /** 1 opens the next conversation of the list, -1 the one before. */
  onStep: (delta: 1 | -1) => void;
  canStep: { prev: boolean; next: boolean };
};

const none: Readonly<Record<string, string>> = {};

/**
 * One conversation beside the table, which stays usable; on a narrow screen a page of its own over it. It stays mounted
 * while the id changes, so that folded parts stay folded.
 */
export function ConversationPanel(props: ConversationPanelProps) {
  const { id, row, where, columns, zone, account, onClose, onStep, canStep } = props;
  const conversation = useConversation(id);
  const [showsAll, setShowsAll] = useState(false);
  const isComing = where?.kind === "coming";
  const asksFields = conversation.isSettled && (showsAll || (row === undefined && !isComing));
  const fields = useConversationFields(props.requests, props.pinId, asksFields);
  const parts = usePanelParts(conversation, fields.row ?? row, columns);
  const isNarrow = useNarrow();
  const [folded, setFolded] = useState<ReadonlySet<SectionName>>(new Set());
  const held = useRateLimitWords();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  usePanelFocus(panel, id);

  function fold(name: SectionName, isFolded: boolean): void {
    const others = [...folded].filter((other) => other !== name);
    setFolded(new Set(isFolded ? [...others, name] : others));
  }

  const { detail, isAsking } = conversation;
  const title = parts.facts?.name || id;
  const keys = { onClose, onStep, canStep };
  return (
    <FocusTrap active={isNarrow} innerRef={panel}>
      {/* Not an <aside>, which may not be a dialog; another element would begin anew when the window gets narrow. */}
      <section
        className={classes.panel}
        {...(isNarrow ? { role: "dialog", "aria-modal": true } : { role: "complementary" })}
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={panelKeys(keys)}
      >
        {isNarrow ? null : <PanelEdge panel={panel} />}
        <PanelHeader id={id} titleId={titleId} facts={parts.facts} zone={zone} account={account} {...keys} />
        <VisuallyHidden role="status">{detail ? t("detail.loaded", { title }) : ""}</VisuallyHidden>
        {where ? <Whereabouts where={where} /> : null}
        {held !== undefined && isAsking ? <p className={classes.waiting}>{held}</p> : null}
        {/* Another conversation begins at its top, without marks. */}
        <PanelBody
          key={id}
          parts={parts}
          operators={detail?.operators ?? none}
          fields={
            <RowFields
              {...{ fields, columns, zone, isComing, showsAll }}
              held={row}
              pendingNote={parts.pendingNote.captured}
              onShowAll={setShowsAll}
            />
          }
          zone={zone}
          box={box}
          folded={folded}
          onFold={fold}
        />
      </section>
    </FocusTrap>
  );
}
