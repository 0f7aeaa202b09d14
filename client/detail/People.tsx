import { Anchor, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Participant } from "../../contract/detail.ts";
import { fieldLabel } from "../../contract/field-words.ts";
import type { Row } from "../../contract/page.ts";
import { byPlace } from "../ui/by-place.ts";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { Channel } from "./FieldValue.tsx";
import classes from "./people.module.css";
import { addressLink, type PersonFields, type PersonLink, personLink } from "./person-links.ts";
import { SpeakerIcon } from "./SpeakerIcon.tsx";
import { participantTypeLabel, type SpeakerKind, speakerKind } from "./speakers.ts";

/** How the conversations of a person are shown in the list. */
export type Everyone = {
  fields: PersonFields;
  row: Row | undefined;
  columns: readonly ViewColumn[];
  /** Shows all conversations in which the field has the value. */
  onAll: (link: PersonLink) => void;
  /** How many these are, where that is known without a call. */
  countOf: (link: PersonLink) => number | undefined;
};

function seeAll(count: number | undefined): string {
  return count === undefined ? t("detail.everyone.all") : t("detail.everyone.allCounted", { count });
}

function titleOf({ field, value }: PersonLink, columns: readonly ViewColumn[]): string {
  const label = columns.find((one) => one.field === field)?.label ?? fieldLabel(field);
  return t("detail.everyone.title", { field: label, value });
}

/** Why there is no list of a person's conversations. */
function whyNone(kind: SpeakerKind, { customer, agent }: PersonFields): string | undefined {
  if (kind === "unknown") return undefined;
  const column = kind === "customer" ? customer : agent;
  if (!column) return t(kind === "customer" ? "detail.everyone.noCustomer" : "detail.everyone.noAgent");
  return t("detail.everyone.noValue", { field: column.label });
}

function Address({
  address,
  person,
  everyone,
}: {
  address: string | undefined;
  person: Participant;
  everyone: Everyone;
}) {
  const { fields, row, columns, onAll } = everyone;
  const link = addressLink(address, person, fields, row);
  const text = (
    <bdi dir="auto" translate="no">
      {address ?? t("detail.noAddress")}
    </bdi>
  );
  if (!link) {
    const isNone = address && speakerKind(person.type) === "customer" && !fields.address;
    return <span title={isNone ? t("detail.everyone.noAddress") : undefined}>{text}</span>;
  }
  return (
    <UnstyledButton className={classes.addressLink} title={titleOf(link, columns)} onClick={() => onAll(link)}>
      {text}
    </UnstyledButton>
  );
}

type PersonProps = { person: Participant; people: readonly Participant[]; everyone: Everyone };

function Person({ person, people, everyone }: PersonProps) {
  const { fields, row, columns, onAll, countOf } = everyone;
  const kind = speakerKind(person.type);
  const role = participantTypeLabel(person.type) ?? t("detail.noType");
  const link = personLink(person, people, fields, row);
  const name = person.name || link?.value || role;
  const lines = (
    <>
      <span className={classes.name} dir="auto">
        {name}
      </span>
      <span className={classes.role}>
        {name === role ? null : role}
        {name === role || !link ? null : " · "}
        {link ? seeAll(countOf(link)) : null}
      </span>
    </>
  );
  return (
    <li className={classes.person}>
      <span className={classes.badge} data-kind={kind}>
        <SpeakerIcon kind={kind} />
      </span>
      <div className={classes.who}>
        {link ? (
          <UnstyledButton className={classes.link} title={titleOf(link, columns)} onClick={() => onAll(link)}>
            {lines}
          </UnstyledButton>
        ) : (
          <span className={classes.lines} title={whyNone(kind, fields)}>
            {lines}
          </span>
        )}
        {person.addresses.length === 0 ? null : (
          <span className={classes.addresses}>
            {byPlace(person.addresses, ({ channel, address }) => (
              <span className={classes.address}>
                {channel ? <Channel channel={channel} isIcon /> : null}
                <Address address={address} person={person} everyone={everyone} />
              </span>
            ))}
          </span>
        )}
      </div>
    </li>
  );
}

/** More would push the conversation out of sight; few have as many. */
const mostAtFirst = 4;
const order: readonly SpeakerKind[] = ["customer", "agent", "ai", "unknown"];

/** Who took part: the customer first, then who served them. Each leads to all conversations of theirs. */
export function People({ people, everyone }: { people: readonly Participant[]; everyone: Everyone }) {
  const [all, setAll] = useState(false);
  const placeOf = ({ type }: Participant) => order.indexOf(speakerKind(type));
  const sorted = people.toSorted((a, b) => placeOf(a) - placeOf(b));
  const shown = all || people.length <= mostAtFirst + 1 ? sorted : sorted.slice(0, mostAtFirst);
  return (
    <>
      <ul className={classes.people} aria-label={t("detail.people")}>
        {shown.map((person, place) => (
          <Person key={person.id ?? place} person={person} people={people} everyone={everyone} />
        ))}
      </ul>
      {shown.length < people.length ? (
        <Anchor component="button" type="button" size="xs" onClick={() => setAll(true)}>
          {t("detail.everyone.more", { count: people.length - shown.length })}
        </Anchor>
      ) : null}
    </>
  );
}
