import { FocusTrap, VisuallyHidden } from "@mantine/core";
import { useId, useMemo, useRef, useState } from "react";
import type { Account } from "../../contract/account.ts";
import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { useConversationFields } from "../api/conversation-fields.ts";
import { useRateLimitWords } from "../api/rate-limit-words.ts";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { Ahead } from "./Ahead.tsx";
import { IdLine } from "./IdLine.tsx";
import type { ListPlace, Neighbours } from "./neighbour.ts";
import { type Folds, PanelBody } from "./PanelBody.tsx";
import { PanelEdge } from "./PanelEdge.tsx";
import { ReadingFoot, SheetFoot } from "./PanelFoot.tsx";
import { PanelHeader } from "./PanelHeader.tsx";
import classes from "./panel.module.css";
import { panelKeys } from "./panel-keys.ts";
import { type PersonLink, personFields } from "./person-links.ts";
import { fieldsOf, RowFields } from "./RowFields.tsx";
import type { SectionName } from "./section-names.ts";
import { useConversation } from "./use-conversation.ts";
import { usePanelFocus } from "./use-panel-focus.ts";
import { usePanelParts } from "./use-panel-parts.ts";
import { useReadKey } from "./use-read-key.ts";
import { useSection } from "./use-section.ts";
import { useSheet } from "./use-sheet.ts";
import { type Where, Whereabouts } from "./Whereabouts.tsx";

export type ConversationPanelProps = {
  /** The conversation's id, as the account's id field spells it. */
  id: string;
  /** Its row as the table has it; undefined when it is not among the loaded rows. */
  row: Row | undefined;
  /** Where it is in the list; undefined where its row is there, or that is not known yet. */
  where: Where | undefined;
  place: ListPlace | undefined;
  neighbours: Neighbours;
  /** The queries of all its fields. */
  requests: readonly InsightsQueryRequest[];
  /** The moment that the view is of. */
  pinId: number;
  /** Every column that the account can show. */
  columns: readonly ViewColumn[];
  /** The zone that times are shown in. */
  zone: string;
  account: Account;
  /** Whether it takes the whole width, where there is more of it than a sheet has. */
  reading: boolean;
  onRead: (reading: boolean) => void;
  onClose: () => void;
  /** 1 opens the next conversation of the list, -1 the one before. */
  onStep: (delta: 1 | -1) => void;
  /** Shows all conversations of a person. `isCovered`: the panel hides the list, and has to make room for it. */
  onAll: (link: PersonLink, isCovered: boolean) => void;
  countOf: (link: PersonLink) => number | undefined;
};

/**
 * One conversation beside the table, which stays usable; on a narrow screen a sheet over it, and to be read in the whole
 * width. It stays mounted while the id changes, so that the sections that are open stay open.
 */
export function ConversationPanel(props: ConversationPanelProps) {
  const { id, row, where, place, neighbours, columns, zone, account, onRead, onClose, onAll, countOf } = props;
  const conversation = useConversation(id);
  const [showsAll, setShowsAll] = useState(false);
  const [folds, setFolds] = useState<Folds>({});
  const [direction, setDirection] = useState<1 | -1>();
  const isComing = where?.kind === "coming";
  const asksFields = conversation.isSettled && (showsAll || (row === undefined && !isComing));
  const fields = useConversationFields(props.requests, props.pinId, asksFields);
  const known = useMemo(() => (row || fields.row ? { ...row, ...fields.row } : undefined), [row, fields.row]);
  const parts = usePanelParts(conversation, known, columns);
  const isSheet = useSheet();
  const isReading = props.reading && !isSheet;
  const isModal = isSheet || isReading;
  const held = useRateLimitWords();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  usePanelFocus(panel, id);
  useReadKey(() => !isSheet && onRead(!isReading));

  const fold = (name: SectionName, isFolded: boolean) => setFolds((now) => ({ ...now, [name]: !isFolded }));
  const loaded = `${parts.transcript.status} ${parts.results.status} ${known !== undefined}`;
  const section = useSection(panel, { id, loaded, onOpen: (name) => fold(name, false) });

  const { detail, isAsking } = conversation;
  const personal = useMemo(() => personFields(columns), [columns]);
  const everyone = {
    fields: personal,
    row: known,
    columns,
    countOf,
    onAll: (link: PersonLink) => onAll(link, isSheet),
  };
  const keys = {
    onClose: () => (isReading ? onRead(false) : onClose()),
    onStep(delta: 1 | -1) {
      setDirection(delta);
      props.onStep(delta);
    },
    canStep: { prev: neighbours.prev !== undefined, next: neighbours.next !== undefined },
  };
  const ahead = direction && neighbours[direction === 1 ? "next" : "prev"];
  return (
    <>
      {isSheet ? <div className={classes.scrim} aria-hidden="true" onPointerDown={onClose} /> : null}
      <FocusTrap active={isModal} innerRef={panel}>
        {/* Not an <aside>, which may not be a dialog; another element would begin anew when the window gets narrow. */}
        <section
          className={classes.panel}
          {...(isModal ? { role: "dialog", "aria-modal": true } : { role: "complementary" })}
          aria-labelledby={titleId}
          tabIndex={-1}
          data-reading={isReading || undefined}
          onKeyDown={panelKeys(keys)}
        >
          {isModal ? null : <PanelEdge panel={panel} />}
          <PanelHeader {...keys} {...{ titleId, isSheet, isReading, onRead, onClose, place }} facts={parts.facts} />
          <VisuallyHidden role="status">
            {detail ? t("detail.loaded", { title: parts.facts?.name || id }) : ""}
          </VisuallyHidden>
          {where ? <Whereabouts where={where} /> : null}
          {held !== undefined && isAsking ? <p className={classes.waiting}>{held}</p> : null}
          {/* Another conversation begins without marks. */}
          <PanelBody
            key={id}
            {...{ parts, detail, everyone, zone, box, folds, isReading }}
            fields={
              <RowFields
                {...{ fields, columns, zone, isComing, showsAll }}
                held={row}
                pendingNote={parts.pendingNote.captured}
                onShowAll={setShowsAll}
              />
            }
            fieldCount={known && fieldsOf(known, columns).length}
            fieldsFailed={Boolean(fields.error)}
            idLine={<IdLine id={id} facts={parts.facts} zone={zone} account={account} />}
            onFold={fold}
            place={section}
          />
          {isSheet ? <SheetFoot {...keys} place={place} /> : null}
          {isReading ? <ReadingFoot next={neighbours.next} columns={columns} zone={zone} onStep={keys.onStep} /> : null}
          {ahead && conversation.isSettled && detail ? <Ahead id={ahead.id} /> : null}
        </section>
      </FocusTrap>
    </>
  );
}
