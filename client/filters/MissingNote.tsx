import { ActionIcon, Popover, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { t } from "../words/words.ts";
import type { FilterBarProps } from "./filter-props.ts";
import { missingWords } from "./missing-words.ts";

/** Says, when asked, which filters this account cannot have. */
export function MissingNote({ missing, facets }: Pick<FilterBarProps, "missing" | "facets">) {
  if (missing.length === 0) return null;
  return (
    <Popover width={260} position="bottom-start" shadow="md" offset={4} returnFocus>
      <Popover.Target>
        <ActionIcon size={30} variant="subtle" color="gray" aria-label={t("filters.cannotHave")}>
          <IconInfoCircle size="1rem" aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        {missing.map((role) => (
          <Text key={role} size="xs">
            {missingWords(role, facets[role])}
          </Text>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
