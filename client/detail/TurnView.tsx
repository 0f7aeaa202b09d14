import type { Participant } from "../../contract/detail.ts";
import { formatDate, formatSeconds } from "../format/time.ts";
import { t } from "../words/words.ts";
import { Channel } from "./FieldValue.tsx";
import { LineTexts } from "./LineText.tsx";
import { isSpeech } from "./lines.ts";
import type { Span } from "./operator-results.ts";
import { SpeakerIcon } from "./SpeakerIcon.tsx";
import { speakerOf } from "./speakers.ts";
import classes from "./transcript.module.css";
import type { Turn } from "./turns.ts";

export type TurnViewProps = {
  turn: Turn;
  /** The turn before it, for the date between them. */
  before: Turn | undefined;
  people: readonly Participant[];
  zone: string;
  mark: Span | undefined;
};

/** The date over a turn, where it is another than that of the turn before. */
function dateOver(turn: Turn, before: Turn | undefined, zone: string): string | undefined {
  if (turn.at === undefined) return undefined;
  const date = formatDate(turn.at, zone);
  return before?.at !== undefined && formatDate(before.at, zone) === date ? undefined : date;
}

/** One turn of the transcript: who, on which channel, when, and what. */
export function TurnView({ turn, before, people, zone, mark }: TurnViewProps) {
  const { author, at, lines, first } = turn;
  const speaker = speakerOf(author, people);
  const date = dateOver(turn, before, zone);
  const isMarked = (offset: number) => mark !== undefined && first + offset >= mark.from && first + offset <= mark.to;
  return (
    <>
      {date === undefined ? null : <div className={classes.date}>{date}</div>}
      <div className={classes.turn} data-kind={speaker.kind}>
        <div className={classes.head}>
          <span className={classes.speaker}>
            <SpeakerIcon kind={speaker.kind} />
            <span dir="auto" className={classes.name}>
              {speaker.name}
            </span>
          </span>
          {speaker.role ? <span>{speaker.role}</span> : null}
          {author.channel ? <Channel channel={author.channel} /> : null}
          {lines.length > 1 ? (
            <span>{t(isSpeech(lines) ? "detail.fragments" : "detail.messages", { count: lines.length })}</span>
          ) : null}
          {at === undefined ? null : (
            <time dateTime={new Date(at).toISOString()} className={classes.time}>
              {formatSeconds(at, zone)}
            </time>
          )}
        </div>
        <LineTexts lines={lines} isMarked={isMarked} />
      </div>
    </>
  );
}
