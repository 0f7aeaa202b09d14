import { Modal, Text } from "@mantine/core";
import { fieldVariable } from "../../contract/account.ts";
import { roleNames } from "../../contract/roles.ts";
import { t } from "../words/words.ts";
import classes from "./account.module.css";
import { CopyText } from "./CopyText.tsx";
import { Findings } from "./Findings.tsx";
import { RoleLine, type RoleLineProps } from "./RoleLine.tsx";

export type AccountDialogProps = Omit<RoleLineProps, "role"> & { zone: string; opened: boolean; onClose: () => void };

/** The fields that play the roles, as they were found or chosen, and what was found out about the account's API. */
export function AccountDialog({ zone, opened, onClose, ...of }: AccountDialogProps) {
  const lines = roleNames.flatMap((role) => {
    const field = of.account.chosen[role];
    return field === undefined || of.account.fields[role] !== undefined ? [] : [`${fieldVariable(role)}=${field}`];
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("account.title")}
      size="lg"
      returnFocus={false}
      classNames={{ title: classes.title ?? "" }}
      closeButtonProps={{ "aria-label": t("account.close") }}
    >
      <section>
        <h3 className={classes.heading}>{t("account.fields")}</h3>
        <ul className={classes.list}>
          {roleNames.map((role) => (
            <RoleLine key={role} role={role} {...of} />
          ))}
        </ul>
        {lines.length > 0 && (
          <div className={classes.lines}>
            <Text size="xs">{t("account.lines")}</Text>
            <pre className={classes.code}>{lines.join("\n")}</pre>
            <CopyText label={t("account.copyLines")} text={`${lines.join("\n")}\n`} />
          </div>
        )}
      </section>
      <Findings zone={zone} />
    </Modal>
  );
}
