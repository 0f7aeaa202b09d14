import { VisuallyHidden } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import type { ConversationResult } from "../../contract/detail.ts";
import { byPlace } from "../ui/by-place.ts";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import { t } from "../words/words.ts";
import { Label } from "./FieldValue.tsx";
import { payloadOf, type Scalar } from "./payload.ts";
import classes from "./results.module.css";

/** Longer JSON is folded at first. */
const openLines = 12;

function Json({ json, lines }: { json: string; lines: number }) {
  return (
    <details open={lines <= openLines} className={classes.json}>
      <summary>{t("detail.json", { count: lines })}</summary>
      <ScrollBox className={classes.jsonBox}>
        <pre dir="ltr">{json}</pre>
      </ScrollBox>
    </details>
  );
}

function Fields({ fields }: { fields: [string, Scalar][] }) {
  return (
    <dl className={classes.pairs}>
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">{value === null ? "null" : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Entities({ entities }: { entities: { text: string; label: string }[] }) {
  if (entities.length === 0) return <p className={classes.none}>{t("detail.noEntities")}</p>;
  return (
    <ul className={classes.entities}>
      {byPlace(entities, ({ text, label }) => (
        <li>
          <span className={classes.entityLabel} dir="auto">
            {label}
          </span>
          <VisuallyHidden>: </VisuallyHidden>
          <span dir="auto">{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the operator gave, as text only: it was written by a model about what strangers wrote. */
export function PayloadView({ result }: { result: ConversationResult }) {
  const payload = payloadOf(result);
  switch (payload.kind) {
    case "none":
      return <p className={classes.none}>{t("detail.noResult")}</p>;
    case "refusal":
      return (
        <div className={classes.refusal}>
          <p>
            <IconBan size="0.875rem" aria-hidden="true" /> {t("detail.refused")}
          </p>
          <p className={classes.text} dir="auto">
            {payload.text}
          </p>
        </div>
      );
    case "label":
      return (
        <p className={classes.label}>
          <Label label={payload.label} />
        </p>
      );
    case "text":
      return (
        <p className={classes.text} dir="auto">
          {payload.text}
        </p>
      );
    case "entities":
      return <Entities entities={payload.entities} />;
    case "fields":
      return <Fields fields={payload.fields} />;
    case "json":
      return <Json json={payload.json} lines={payload.lines} />;
  }
}
