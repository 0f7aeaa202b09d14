import { IconClock } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import type { Participant } from "../../contract/detail.ts";
import { formatDuration } from "../format/duration.ts";
import { formatDate, formatSeconds } from "../format/time.ts";
import { valueKey } from "../format/values.ts";
import { t } from "../words/words.ts";
import { Channel } from "./FieldValue.tsx";
import { LineTexts } from "./LineText.tsx";
import { isSpeech } from "./lines.ts";
import { type NoteActs, NoteView } from "./NoteView.tsx";
import noteClasses from "./notes.module.css";
import type { LineNote } from "./notes.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { SpeakerIcon } from "./SpeakerIcon.tsx";
import { type Speaker, speakerOf } from "./speakers.ts";
import classes from "./transcript.module.css";
import type { Turn } from "./turns.ts";
import { waitBefore } from "./waits.ts";

export type TurnViewProps = NoteActs & {
  turn: Turn;
  /** The turn before it, for the date and the wait between them. */
  before: Turn | undefined;
  people: readonly Participant[];
  zone: string;
  notes: readonly LineNote[];
};

/** The date over a turn, where it is another than that of the turn before. */
function dateOver(turn: Turn, before: Turn | undefined, zone: string): string | undefined {
  if (turn.at === undefined) return undefined;
  const date = formatDate(turn.at, zone);
  return before?.at !== undefined && formatDate(before.at, zone) === date ? undefined : date;
}

function Wait({ seconds }: { seconds: number }) {
  const time = formatDuration(String(seconds), "seconds") ?? String(seconds);
  return (
    <div className={classes.wait} title={t("detail.waitedFrom")}>
      <IconClock size="0.875rem" aria-hidden="true" />
      {t("detail.waited", { time })}
    </div>
  );
}

type TurnHeadProps = Pick<TurnViewProps, "turn" | "before" | "zone"> & { speaker: Speaker };

function TurnHead({ turn, before, speaker, zone }: TurnHeadProps) {
  const { author, at, lines } = turn;
  // Said once: a conversation is mostly on one channel.
  const isNewChannel = valueKey(before?.author.channel ?? "") !== valueKey(author.channel ?? "");
  return (
    <div className={classes.head}>
      <span className={classes.speaker}>
        <SpeakerIcon kind={speaker.kind} />
        <span dir="auto" className={classes.name}>
          {speaker.name}
        </span>
      </span>
      {speaker.role ? <span>{speaker.role}</span> : null}
      {author.channel && isNewChannel ? <Channel channel={author.channel} /> : null}
      {lines.length > 1 ? (
        <span>{t(isSpeech(lines) ? "detail.fragments" : "detail.messages", { count: lines.length })}</span>
      ) : null}
      {at === undefined ? null : (
        <time dateTime={new Date(at).toISOString()} className={classes.time}>
          {formatSeconds(at, zone)}
        </time>
      )}
    </div>
  );
}

/** The rules of the notes that cover a piece, each in its lane. */
function Rules({ piece, mark }: { piece: Piece } & Pick<NoteActs, "mark">) {
  return piece.covered.map(({ note, goesOn }) => {
    const lane: CSSProperties & Record<"--lane", number> = { "--lane": note.lane };
    return (
      <span
        key={note.one.key}
        aria-hidden="true"
        className={noteClasses.rule}
        style={lane}
        data-on={goesOn || undefined}
        data-pressed={mark?.key === note.one.key || undefined}
      />
    );
  });
}

/** One turn of the transcript: who, on which channel, when, and what; and beside it what operators found in it. */
export function TurnView({ turn, before, people, zone, notes, ...acts }: TurnViewProps) {
  const { mark } = acts;
  const speaker = speakerOf(turn.author, people);
  const date = dateOver(turn, before, zone);
  const wait = waitBefore(turn, before, speaker.kind);
  return (
    <>
      {date === undefined ? null : <div className={classes.date}>{date}</div>}
      {wait === undefined ? null : <Wait seconds={wait} />}
      {piecesOf(turn, notes).map((piece, place, { length }) => {
        const isMarked = (offset: number) =>
          mark !== undefined && piece.first + offset >= mark.from && piece.first + offset <= mark.to;
        return (
          <div key={piece.first} className={noteClasses.piece} data-last={place === length - 1 || undefined}>
            <div className={classes.turn} data-kind={speaker.kind}>
              {place === 0 ? <TurnHead turn={turn} before={before} speaker={speaker} zone={zone} /> : null}
              <LineTexts lines={piece.lines} isMarked={isMarked} />
            </div>
            {piece.begun.length > 0 ? (
              <div className={noteClasses.notes}>
                {piece.begun.map((note) => (
                  <NoteView key={note.one.key} note={note} {...acts} />
                ))}
              </div>
            ) : null}
            <Rules piece={piece} mark={mark} />
          </div>
        );
      })}
    </>
  );
}
