import { type SyntheticEvent, useState } from "react";

/** What was typed before or behind a text that was there; all of it where that text is not in it as it was. */
function typedBeside(there: string, text: string): string {
  if (text.startsWith(there)) return text.slice(there.length);
  return text.endsWith(there) ? text.slice(0, text.length - there.length) : text;
}

const mark = ({ currentTarget }: SyntheticEvent<HTMLInputElement>): void => currentTarget.select();

/**
 * The text of a box that is both the name of what is chosen and what is searched by: what is typed takes the name's
 * place. The name is marked when the box is gone to, but a marking does not last in every browser (not in Safari's
 * engine), and what is typed behind the name would find nothing.
 *
 * @param chosen the name of what is chosen; empty where nothing is.
 */
export function useSearchText(chosen: string) {
  const [text, setText] = useState(chosen);
  return {
    searchValue: text,
    onSearchChange: (next: string) => setText(text === chosen && next !== chosen ? typedBeside(chosen, next) : next),
    onFocus: mark,
    onClick: mark,
  };
}
