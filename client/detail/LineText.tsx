import { VisuallyHidden } from "@mantine/core";
import { formatPercent } from "../format/numbers.ts";
import { byPlace } from "../ui/by-place.ts";
import { t } from "../words/words.ts";
import { isSpeech, type Line } from "./lines.ts";
import classes from "./transcript.module.css";
import { stretches } from "./unsure.ts";

/** The text of a line, with the words marked that were hardly understood. */
function Text({ line }: { line: Line }) {
  if (line.text === "") return <span className={classes.noText}>{t("detail.noText")}</span>;
  return byPlace(stretches(line), ({ text, confidence }) => {
    if (confidence === undefined) return text;
    const note = t("detail.unsure", { share: formatPercent(confidence) });
    return (
      <span className={classes.unsure} title={note}>
        {text}
        {/* For a screen reader alone: it must not come along when the text is copied. */}
        <VisuallyHidden className={classes.spoken}> {note}</VisuallyHidden>
      </span>
    );
  });
}

export type LineTextsProps = { lines: readonly Line[]; isMarked: (offset: number) => boolean };

/** The lines of a turn: speech flows on as one paragraph, a message is one of its own, each in its own direction. */
export function LineTexts({ lines, isMarked }: LineTextsProps) {
  if (isSpeech(lines)) {
    return (
      <p dir="auto" className={classes.text}>
        {lines.map((line, offset) => (
          <span key={line.key} data-marked={isMarked(offset) || undefined}>
            {offset > 0 ? " " : null}
            <Text line={line} />
          </span>
        ))}
      </p>
    );
  }
  return lines.map((line, offset) => (
    <p key={line.key} dir="auto" className={classes.text}>
      <span data-marked={isMarked(offset) || undefined}>
        <Text line={line} />
      </span>
    </p>
  ));
}
