import { ActionIcon, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconInfoCircle } from "@tabler/icons-react";
import { DropDown } from "../ui/floating/DropDown.tsx";
import { t } from "../words/words.ts";
import type { FilterBarProps } from "./filter-props.ts";
import { missingWords } from "./missing-words.ts";

/** Says, when asked, which filters this account cannot have. */
export function MissingNote({ missing, facets }: Pick<FilterBarProps, "missing" | "facets">) {
  const [opened, { toggle, close }] = useDisclosure(false);
  if (missing.length === 0) return null;
  return (
    <DropDown
      opened={opened}
      onChange={close}
      width={260}
      position="bottom-start"
      shadow="md"
      offset={4}
      returnFocus
      padding="xs"
      button={(opener) => (
        <ActionIcon
          {...opener}
          onClick={toggle}
          size={30}
          variant="subtle"
          color="gray"
          aria-label={t("filters.cannotHave")}
        >
          <IconInfoCircle size="1rem" aria-hidden="true" />
        </ActionIcon>
      )}
    >
      {missing.map((role) => (
        <Text key={role} size="xs">
          {missingWords(role, facets[role])}
        </Text>
      ))}
    </DropDown>
  );
}
