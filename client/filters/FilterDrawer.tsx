import { Button, Text } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import { Boundary } from "../ui/Boundary.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { clearChosen } from "../view/choose.ts";
import { filterRoles } from "../view/view.ts";
import { t } from "../words/words.ts";
import { type Edited, filterChips } from "./chips.ts";
import classes from "./FilterDrawer.module.css";
import { LazyFacetPanel } from "./facets/lazy-facet-panel.tsx";
import type { FilterBarProps } from "./filter-props.ts";
import { missingWords } from "./missing-words.ts";
import { addableFields } from "./more/addable.ts";
import { LazyAddFilterPanel } from "./more/lazy-add-filter-panel.tsx";

/** What a chip opened comes first in the sheet, and stays there while the sheet goes. */
function useFirst(edited: Edited | undefined): Edited {
  const [first, setFirst] = useState<Edited>({});
  if (edited && edited !== first) setFirst(edited);
  return edited ?? first;
}

/** The filters of a narrow screen: one button, and every role's values in a sheet from below. */
export function FilterDrawer({ view, onChange, facets, missing, addable, edited, onEdit }: FilterBarProps) {
  const first = useFirst(edited);
  const opened = edited !== undefined;
  const close = () => onEdit(undefined);
  const roles = filterRoles.toSorted((a, b) => Number(b === first.role) - Number(a === first.role));
  const count = filterChips(view).length;
  const others = (
    <section aria-label={t("filters.more.title")}>
      <Text size="xs" fw={600} className={classes.missing}>
        {t("filters.more.title")}
      </Text>
      <Boundary>
        <LazyAddFilterPanel
          view={view}
          onChange={onChange}
          addable={addable}
          field={first.field}
          onDone={() => undefined}
        />
      </Boundary>
    </section>
  );
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFilter size="0.875rem" aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => onEdit({})}
      >
        {count > 0 ? t("filters.titleCount", { count }) : t("filters.title")}
      </Button>
      <Sheet
        opened={opened}
        onClose={close}
        size="85dvh"
        title={t("filters.title")}
        closeButtonProps={{ "aria-label": t("filters.close") }}
        classNames={{ content: classes.content ?? "", header: classes.header ?? "", body: classes.body ?? "" }}
      >
        <div className={classes.facets}>
          {first.field !== undefined && others}
          {roles.map((role) =>
            missing.includes(role) ? (
              <Text key={role} size="xs" c="dimmed" className={classes.missing}>
                {missingWords(role, facets[role])}
              </Text>
            ) : (
              <Boundary key={role}>
                <LazyFacetPanel role={role} view={view} onChange={onChange} facet={facets[role]} addable={addable} />
              </Boundary>
            ),
          )}
          {first.field === undefined && addableFields(addable).length > 0 && others}
        </div>
        <footer className={classes.foot}>
          <Button
            variant="default"
            data-disabled={count === 0}
            aria-disabled={count === 0}
            onClick={() => count > 0 && onChange(clearChosen(view))}
          >
            {t("filters.clearAll")}
          </Button>
          <Button onClick={close}>{t("filters.done")}</Button>
        </footer>
      </Sheet>
    </>
  );
}
