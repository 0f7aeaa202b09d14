import { Badge, Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { Account } from "../../contract/account.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import type { Metadata } from "../../contract/metadata.ts";
import type { RoleName } from "../../contract/roles.ts";
import { failureText } from "../api/errors.ts";
import type { CountProof } from "../insights/count-proof.ts";
import { t } from "../words/words.ts";
import classes from "./account.module.css";
import { FieldPicker } from "./FieldPicker.tsx";
import { fieldOptions } from "./field-options.ts";
import { howFound, isGuess } from "./how-found.ts";
import { useChoice } from "./use-choice.ts";

export type RoleLineProps = {
  role: RoleName;
  account: Account;
  metadata: Metadata;
  fields: FieldRoles;
  proof: CountProof;
};

/** A role, the field that plays it, how that was found, and the way to choose another. */
export function RoleLine({ role, account, metadata, fields, proof }: RoleLineProps) {
  const [isChoosing, setChoosing] = useState(false);
  const { choose, isKeeping, error } = useChoice(role);
  const button = useRef<HTMLButtonElement>(null);
  const name = t(`view.roles.${role}`);
  const field = fields.roles[role]?.field;
  const isChosen = account.chosen[role] !== undefined;
  const isNamed = account.fields[role] !== undefined;

  function pick(next: string | undefined): void {
    setChoosing(false);
    // At once: when the answer comes, a person may be choosing for the next role already.
    button.current?.focus();
    void choose(next);
  }

  return (
    <li className={classes.role}>
      <span className={classes.name}>{name}</span>
      <div className={classes.found}>
        {isChoosing ? (
          <FieldPicker
            role={role}
            options={fieldOptions(role, metadata, fields)}
            value={field}
            onPick={pick}
            onLeave={() => setChoosing(false)}
          />
        ) : (
          <>
            {field === undefined ? t("account.noField") : <code className={classes.field}>{field}</code>}
            {isGuess(role, fields, proof) && (
              <Badge size="xs" variant="default" tt="none">
                {t("account.guess")}
              </Badge>
            )}
          </>
        )}
        <span className={classes.quiet}>{howFound(role, account, fields, proof)}</span>
        {error !== undefined && (
          <span role="alert" className={classes.error}>
            {t("account.notChosen", { why: failureText(error).title })}
          </span>
        )}
      </div>
      {!isNamed && (
        <div className={classes.actions}>
          {isChosen && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t("account.undoFor", { role: name })}
              aria-disabled={isKeeping}
              onClick={() => pick(undefined)}
            >
              {t("account.undo")}
            </Button>
          )}
          <Button
            ref={button}
            size="compact-xs"
            variant="default"
            aria-label={t("account.chooseFor", { role: name })}
            aria-disabled={isKeeping}
            onClick={() => setChoosing(true)}
          >
            {t("account.choose")}
          </Button>
        </div>
      )}
    </li>
  );
}
