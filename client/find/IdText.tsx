import classes from "./find.module.css";
import { Marked } from "./Marked.tsx";
import type { SearchWords } from "./match.ts";

/** The ends tell ids apart, their beginnings are often alike. */
const tail = 6;
const head = 4;

/** `CA7f…91c07e`: an id in a sentence. */
export function shortId(id: string): string {
  return id.length > head + tail + 1 ? `${id.slice(0, head)}…${id.slice(-tail)}` : id;
}

/** An id on a line, cut in its middle where there is no room for it. */
export function IdText({ id, wanted }: { id: string; wanted: SearchWords }) {
  return (
    <span className={classes.id} title={id} dir="ltr" translate="no">
      <span className={classes.idHead}>
        <Marked text={id.slice(0, -tail)} wanted={wanted} />
      </span>
      <Marked text={id.slice(-tail)} wanted={wanted} />
    </span>
  );
}
