import { Skeleton, VisuallyHidden } from "@mantine/core";
import { createElement, useEffect, useState } from "react";
import { t } from "../../words/words.ts";
import type { FigureChange } from "./change.ts";
import classes from "./KeyFigures.module.css";
import { MiniLine } from "./MiniLine.tsx";
import type { KeyFigure } from "./setting.ts";

/** Nobody has to wonder for longer why nothing is there. */
const wordsAfterMs = 1000;

/** Why a value does not come: Twilio's rate limit, or a failure that the charts and the list tell. */
type HoldUp = "limited" | "failed" | undefined;

/** What stands in for a value of the same size, and after a second what it waits for. */
function Placeholder({ waitsFor, holdUp }: Pick<KeyFigure, "waitsFor"> & { holdUp: HoldUp }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), wordsAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (holdUp) return <span className={classes.waiting}>{t(`figures.${holdUp}`)}</span>;
  if (isLong) {
    return (
      <span className={classes.waiting}>{t(waitsFor === "charts" ? "figures.loading" : "figures.afterCharts")}</span>
    );
  }
  return <Skeleton className={classes.skeleton ?? ""} component="span" width="4.5rem" height="1rem" radius="xs" />;
}

/** A value with its units smaller than its numbers. */
function Value({ text, isFormer }: { text: string; isFormer: boolean | undefined }) {
  const parts = text.split(/(\s*(?:\p{L}+|%)\s*)/u);
  const drawn = parts.map((part, place) => (place % 2 === 1 ? createElement("small", null, part) : part));
  return createElement("span", { className: classes.value, "data-updating": isFormer || undefined }, ...drawn);
}

/** The change by its sign and number; better and worse are a colour and a word that is read out. */
function Change({ text, tone }: FigureChange) {
  return (
    <span className={classes.change} data-tone={tone}>
      {text}
      {tone !== "neutral" && <VisuallyHidden component="span"> {t(`figures.${tone}`)}</VisuallyHidden>}
    </span>
  );
}

type KeyFigureButtonProps = {
  figure: KeyFigure;
  holdUp: HoldUp;
  /** After the view was changed by it. */
  onPressed: (() => void) | undefined;
};

/** One key figure: a button where a click can do something with it. */
export function KeyFigureButton({ figure, holdUp, onPressed }: KeyFigureButtonProps) {
  const { name, label, value, isFormer, waitsFor, change, line, title, onPress, pressed } = figure;
  const content = (
    <>
      <span className={classes.label}>{label}</span>{" "}
      {value === undefined ? <Placeholder {...{ waitsFor, holdUp }} /> : <Value {...{ text: value, isFormer }} />}{" "}
      <span className={classes.aside}>
        {value !== undefined && change && <Change {...change} />}
        {value !== undefined && line.length > 1 && <MiniLine points={line} />}
      </span>
    </>
  );
  const own = {
    className: classes.figure,
    title: title.join(". "),
    "data-figure": name,
  };
  if (!onPress) return <div {...own}>{content}</div>;
  const onClick = () => {
    onPress();
    onPressed?.();
  };
  return (
    <button type="button" {...own} {...(pressed === undefined ? {} : { "aria-pressed": pressed })} onClick={onClick}>
      {content}
    </button>
  );
}
