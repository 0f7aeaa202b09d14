import type { Participant } from "../../contract/detail.ts";
import { byPlace } from "../ui/by-place.ts";
import { t } from "../words/words.ts";
import { Channel } from "./FieldValue.tsx";
import classes from "./people.module.css";
import { SpeakerIcon } from "./SpeakerIcon.tsx";
import { participantTypeLabel, speakerKind } from "./speakers.ts";

function Person({ person: { name, type, addresses } }: { person: Participant }) {
  const role = participantTypeLabel(type) ?? t("detail.noType");
  const kind = speakerKind(type);
  return (
    <li className={classes.person}>
      <span className={classes.badge} data-kind={kind}>
        <SpeakerIcon kind={kind} />
      </span>
      <div className={classes.who}>
        <div className={classes.line}>
          <span className={classes.name} dir="auto">
            {name || role}
          </span>
          {name ? <span className={classes.role}>{role}</span> : null}
        </div>
        <ul className={classes.addresses}>
          {addresses.length === 0 ? <li>{t("detail.noAddress")}</li> : null}
          {byPlace(addresses, ({ channel, address }) => (
            <li className={classes.address}>
              {channel ? <Channel channel={channel} /> : null}
              <bdi dir="auto" translate="no">
                {address ?? t("detail.noAddress")}
              </bdi>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

/** Who took part: type, name, and the addresses on each channel. */
export function People({ people }: { people: readonly Participant[] }) {
  return (
    <ul className={classes.people}>
      {people.map((person, place) => (
        <Person key={person.id ?? place} person={person} />
      ))}
    </ul>
  );
}
