import { Text, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { formatTime } from "../format/time.ts";
import { sharedAddressOf } from "../view/look.ts";
import type { Window } from "../view/range.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./SavedViews.module.css";
import { withFixedTime } from "./view-text.ts";

export type CopyLinkProps = {
  view: View;
  /** The time that is on the screen. */
  window: Window;
};

/** What became of a copy: `link` is there to be copied by hand where the browser does not let a page copy. */
type Copied = { done: boolean; link: string };

/** Links that are longer do not arrive everywhere. */
const longest = 8000;

async function copy(link: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(link);
    return { done: true, link };
  } catch {
    // No permission, or a page that was not served over https.
    return { done: false, link };
  }
}

function Choice({ title, hint, onClick }: { title: string; hint: string; onClick: () => void }) {
  return (
    <UnstyledButton className={classes.choice} onClick={onClick}>
      <span>{title}</span>
      <span className={classes.hint}>{hint}</span>
    </UnstyledButton>
  );
}

/** The links that can be copied, and what became of it. */
export function CopyLinkPanel({ view, window }: CopyLinkProps) {
  const [copied, setCopied] = useState<Copied>();
  const start = async (of: View) => setCopied(await copy(sharedAddressOf(of)));
  const [from, to] = [formatTime(window.from, view.zone), formatTime(window.to, view.zone)];
  return (
    <>
      <div className={classes.choices}>
        {view.range.kind !== "fixed" && (
          <Choice
            title={t("savedPanel.link.moving")}
            hint={t("savedPanel.link.movingHint")}
            onClick={() => void start(view)}
          />
        )}
        <Choice
          title={t("savedPanel.link.fixed")}
          hint={t("savedPanel.link.fixedHint", { from, to })}
          onClick={() => void start(withFixedTime(view, window))}
        />
      </div>
      <div className={classes.said}>
        <Text size="xs" role="status">
          {copied?.done && t("savedPanel.link.copied")}
          {copied && copied.link.length > longest && ` ${t("savedPanel.link.long", { count: copied.link.length })}`}
        </Text>
        {copied && !copied.done && (
          <TextInput
            className={classes.grow ?? ""}
            size="xs"
            readOnly
            autoFocus
            label={t("savedPanel.link.byHand")}
            value={copied.link}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </div>
    </>
  );
}
