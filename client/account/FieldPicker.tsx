import { Select } from "@mantine/core";
import type { RoleName } from "../../contract/roles.ts";
import { NothingFound } from "../ui/NothingFound.tsx";
import { useSearchText } from "../ui/search-text.ts";
import { t } from "../words/words.ts";
import type { FieldOptions } from "./field-options.ts";

type FieldPickerProps = {
  role: RoleName;
  options: FieldOptions;
  value: string | undefined;
  onPick: (field: string) => void;
  onLeave: () => void;
};

/** Picks the field of a role, by its name in the account. */
export function FieldPicker({ role, options, value, onPick, onLeave }: FieldPickerProps) {
  const none = { value: "none", label: t("account.none") };
  const chosen = [...options.likely, ...options.others].find((field) => field === value);
  const search = useSearchText(value === none.value ? none.label : (chosen ?? ""));
  return (
    <Select
      size="xs"
      searchable
      {...search}
      autoFocus
      defaultDropdownOpened
      aria-label={t("account.fieldFor", { role: t(`view.roles.${role}`) })}
      placeholder={t("account.choose")}
      value={value ?? null}
      data={[
        none,
        { group: t("account.likely"), items: options.likely },
        { group: t("account.others"), items: options.others },
      ].filter((one) => !("items" in one) || one.items.length > 0)}
      nothingFoundMessage={<NothingFound text={t("account.noMatch")} />}
      // In the dialog, so that a press on a field is not one beside it.
      comboboxProps={{ withinPortal: false }}
      onChange={(field) => field && onPick(field)}
      onBlur={onLeave}
    />
  );
}
