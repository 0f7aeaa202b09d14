import { Button, Loader, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import type { Async } from "../insights/async.ts";
import type { Breakdown } from "../insights/breakdown.ts";
import { failureText } from "../insights/errors.ts";
import { chooseOnly, toggleChosen, toggleExcluded, withChosen, withExcluded } from "../view/choose.ts";
import type { FilterRole, View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { toggleShown } from "./choose-shown.ts";
import { FacetList } from "./FacetList.tsx";
import classes from "./FacetPanel.module.css";
import { facetOptions } from "./facet-options.ts";
import { roleInSentence, roleLabel } from "./role-words.ts";

/** What every form of one role's filter is given. */
export type FacetProps = {
  role: FilterRole;
  view: View;
  onChange: (next: View) => void;
  facet: Async<Breakdown>;
};

function FacetBody({ role, view, onChange, facet }: FacetProps) {
  const use = { chosen: view.chosen[role], excluded: view.excluded[role] };
  const [atFirst] = useState([...use.chosen, ...use.excluded]);
  if (facet.status === "loading")
    return (
      <div
        className={classes.message}
        role="status"
        aria-label={t("filters.facet.loading", { role: roleInSentence(role) })}
      >
        {[80, 60, 70, 45].map((width) => (
          <Skeleton key={width} height={14} width={`${width}%`} my={7} />
        ))}
      </div>
    );
  if (facet.status === "absent")
    return (
      <Text size="xs" c="dimmed" className={classes.message}>
        {facet.reason}
      </Text>
    );
  if (facet.status === "failed") {
    const { title, advice } = failureText(facet.error);
    return (
      <div className={classes.message} role="alert">
        <Text size="sm">{title}</Text>
        <Text size="xs" c="dimmed" my={4}>
          {advice}
        </Text>
        <Button size="compact-xs" variant="default" onClick={facet.retry}>
          {t("shell.tryAgain")}
        </Button>
      </div>
    );
  }
  const { population, notSet } = facet.data;
  return (
    <div aria-busy={facet.updating}>
      <FacetList
        role={role}
        options={facetOptions(facet.data, use, atFirst)}
        notSet={notSet}
        onToggle={({ spellings }) => onChange(toggleChosen(view, role, spellings))}
        onOnly={({ spellings }) => onChange(chooseOnly(view, role, spellings))}
        onExclude={({ spellings }) => onChange(toggleExcluded(view, role, spellings))}
        onToggleShown={(shown) => onChange(toggleShown(view, role, shown))}
      />
      {population.kind === "loaded" && (
        <Text size="xs" c="dimmed" className={classes.foot}>
          {t("filters.facet.loadedOnly", { count: population.count })}
        </Text>
      )}
    </div>
  );
}

/** One role's filter: its name, Clear, and its values or why there are none. */
export function FacetPanel(props: FacetProps) {
  const { role, view, onChange, facet } = props;
  const nothing = view.chosen[role].length + view.excluded[role].length === 0;
  return (
    <section aria-label={t("filters.facet.region", { role: roleLabel(role) })}>
      <header className={classes.head}>
        <Text size="xs" fw={600}>
          {roleLabel(role)}
        </Text>
        {facet.status === "ready" && facet.updating && <Loader size={12} aria-label={t("filters.facet.updating")} />}
        {/* Marked as disabled rather than disabled, so that focus stays on it after it was pressed. */}
        <Button
          className={classes.clear ?? ""}
          size="compact-xs"
          variant="subtle"
          data-disabled={nothing}
          aria-disabled={nothing}
          aria-label={t("filters.facet.clear", { role: roleLabel(role) })}
          onClick={() => !nothing && onChange(withExcluded(withChosen(view, role, []), role, []))}
        >
          {t("filters.clear")}
        </Button>
      </header>
      <FacetBody {...props} />
    </section>
  );
}
