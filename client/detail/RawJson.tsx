import type { ConversationDetail } from "../../contract/detail.ts";
import type { Row } from "../../contract/page.ts";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import { t } from "../words/words.ts";
import { Loading } from "./PartView.tsx";
import classes from "./results.module.css";

function Block({ title, value }: { title: string; value: unknown }) {
  return (
    <figure className={classes.raw}>
      <figcaption>{title}</figcaption>
      <ScrollBox className={classes.jsonBox}>
        <pre dir="ltr" translate="no">
          {JSON.stringify(value, null, 2)}
        </pre>
      </ScrollBox>
    </figure>
  );
}

/** Everything that was loaded of the conversation, as data. */
export function RawJson({ row, detail }: { row: Row | undefined; detail: ConversationDetail | undefined }) {
  if (!row && !detail) return <Loading lines={4} />;
  return (
    <>
      {row ? <Block title={t("detail.rawRow")} value={row} /> : null}
      {detail ? <Block title={t("detail.rawConversation")} value={detail} /> : null}
    </>
  );
}
