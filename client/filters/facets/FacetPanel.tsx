import { Button, Loader, Text } from "@mantine/core";
import { useState } from "react";
import type { Async } from "../../api/async.ts";
import type { Breakdown } from "../../insights/breakdown.ts";
import {
  chooseOnly,
  toggleChosen,
  toggleExcluded,
  usesRole,
  withChosen,
  withExcluded,
  withNotSet,
  withoutRole,
} from "../../view/choose.ts";
import { conditionLeaves } from "../../view/compile.ts";
import type { ValuesInUse } from "../../view/more-values.ts";
import type { FilterRole, View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import type { Addable } from "../more/addable.ts";
import { PanelStates } from "../PanelStates.tsx";
import { roleInSentence, roleName, rolePlural } from "../role-words.ts";
import { toggleShown, withPasted } from "./choose-shown.ts";
import { FacetList } from "./FacetList.tsx";
import classes from "./FacetPanel.module.css";
import { facetOptions } from "./facet-options.ts";

/** What every form of one role's filter is given. */
export type FacetProps = {
  role: FilterRole;
  view: View;
  onChange: (next: View) => void;
  facet: Async<Breakdown>;
  /** What the account's conversations without a value are asked for with. */
  addable: Addable;
};

/** Conversations without a value of a role: what of the view they are counted in, and every value that is known. */
function notSetOf(
  { role, view, addable }: FacetProps,
  { entries, notSet, restUnknown, population }: Breakdown,
  use: ValuesInUse,
) {
  const { fields, pin } = addable;
  const played = fields.roles[role];
  const known = [...entries.flatMap(({ spellings }) => spellings), ...use.chosen, ...use.excluded];
  const values = population.kind === "all" && !restUnknown ? [...new Set(known)] : undefined;
  const others = withoutRole(view, role);
  const wanted = played && { field: played.field, values, condition: conditionLeaves(played), others };
  return { count: notSet, unknown: restUnknown, use, wanted, fields, pin };
}

function FacetBody(props: FacetProps) {
  const { role, view, onChange, facet } = props;
  const use = { chosen: view.chosen[role], excluded: view.excluded[role], notSet: view.notSet.includes(role) };
  const [atFirst] = useState([...use.chosen, ...use.excluded]);
  const put = ({ chosen, excluded, notSet }: ValuesInUse) =>
    onChange(notSet ? withNotSet(view, role) : withExcluded(withChosen(view, role, chosen), role, excluded));
  const options = (data: Breakdown) => facetOptions(data, use, atFirst);
  return (
    <PanelStates state={facet} loadingLabel={t("facetPanel.loading", { role: roleInSentence(role) })}>
      {(data) => (
        <>
          <FacetList
            role={role}
            title={roleName(role)}
            searchLabel={t("facetPanel.search", { roles: rolePlural(role) })}
            options={options(data)}
            notSet={{ ...notSetOf(props, data, use), onUse: put }}
            onPasted={(values) => put(withPasted(use, options(data), values))}
            onToggle={({ spellings }) => onChange(toggleChosen(view, role, spellings))}
            onOnly={({ spellings }) => onChange(chooseOnly(view, role, spellings))}
            onExclude={({ spellings }) => onChange(toggleExcluded(view, role, spellings))}
            onToggleShown={(shown) => put(toggleShown(use, shown))}
          />
          {data.population.kind === "loaded" && (
            <Text size="xs" c="dimmed" className={classes.foot}>
              {t("facetPanel.loadedOnly", { count: data.population.count })}
            </Text>
          )}
        </>
      )}
    </PanelStates>
  );
}

/** One role's filter: its name, Clear, and its values or why there are none. */
export function FacetPanel(props: FacetProps) {
  const { role, view, onChange, facet } = props;
  const nothing = !usesRole(view, role);
  return (
    <section aria-label={t("facetPanel.region", { role: roleName(role) })}>
      <header className={classes.head}>
        <Text size="xs" fw={600}>
          {roleName(role)}
        </Text>
        {facet.status === "ready" && facet.updating && (
          <Loader size={12} role="progressbar" aria-label={t("facetPanel.updating")} />
        )}
        {/* Marked as disabled rather than disabled, so that focus stays on it after it was pressed. */}
        <Button
          className={classes.clear ?? ""}
          size="compact-xs"
          variant="subtle"
          data-disabled={nothing}
          aria-disabled={nothing}
          aria-label={t("facetPanel.clear", { role: roleName(role) })}
          onClick={() => !nothing && onChange(withoutRole(view, role))}
        >
          {t("filters.clear")}
        </Button>
      </header>
      <FacetBody {...props} />
    </section>
  );
}
