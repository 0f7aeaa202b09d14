import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2 } from "@tabler/icons-react";
import { useContext } from "react";
import { t } from "../../words/words.ts";
import { CardPlaceContext } from "./card-place.ts";

/** Gives a card the whole width, and takes it back; nothing for a card that stands alone. */
export function ExpandButton({ title }: { title: string }) {
  const place = useContext(CardPlaceContext);
  if (!place) return null;
  const { isExpanded, onExpand } = place;
  const Icon = isExpanded ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal;
  return (
    <Tooltip label={t(isExpanded ? "cards.shrink" : "cards.expand")} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-expanded={isExpanded}
        aria-label={t("cards.expandOf", { title })}
        onClick={onExpand}
      >
        <Icon size="1rem" stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
