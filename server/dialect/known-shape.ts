import type { FieldOverrides } from "../../contract/account.ts";
import { accountFields } from "../../contract/account-fields.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import { type Metadata, withoutRefused } from "../../contract/metadata.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import type { Upstream } from "../twilio/upstream.ts";
import { type Shape, shapeOf } from "./shape.ts";

const nothing: Shape = { roles: {}, times: new Set(), grains: new Map(), several: new Set() };

/** What is known of an account's fields, by its metadata and by all that was found out since. */
export type KnownShape = {
  /** The metadata as it came last; undefined before that. */
  metadata(): Metadata | undefined;
  keep(metadata: Metadata): void;
  fieldsOf(listed: Metadata): FieldRoles;
  /** The time of conversations, as far as the metadata has come. */
  timeField(): string | undefined;
  /** The metadata is only asked for where something has to be translated. */
  shape(signal: AbortSignal): Promise<Shape>;
};

type Options = {
  upstream: Pick<Upstream, "metadata">;
  knowledge: Knowledge;
  /** Fields that were named for roles, by the deployer and on the screen. */
  named(): FieldOverrides;
};

export function knownShape({ upstream, knowledge, named }: Options): KnownShape {
  let metadata: Metadata | undefined;

  function fieldsOf(listed: Metadata): FieldRoles {
    const known = { refused: knowledge.refusedFields(), grains: knowledge.grains() };
    return accountFields(listed, { fields: named(), chosen: {}, ...known });
  }

  return {
    metadata: () => metadata,
    keep(value) {
      metadata = value;
    },
    fieldsOf,
    timeField: () => metadata && fieldsOf(metadata).roles.time?.field,
    async shape(signal) {
      if (!metadata && knowledge.findings().length > 0) {
        metadata = await upstream.metadata(signal).then(
          ({ value }) => value,
          () => undefined,
        );
      }
      if (!metadata) return nothing;
      return shapeOf(withoutRefused(metadata, knowledge.refusedFields()), fieldsOf(metadata));
    },
  };
}
