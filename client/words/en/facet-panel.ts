/** The panel of one role’s filter: its values, and those without one. */
export const facetPanel = {
  region: "{role} filter",
  clear: "Clear {role}",
  loading: "Loading {role} values",
  updating: "Updating counts",
  loadedOnly: "Counted over the {count, plural, one {# loaded row} other {# loaded rows}} only",
  none: "No values in this view",
  search: "Search {roles}",
  noMatch: "Nothing matches “{text}”",
  conversations: "{count, plural, one {conversation} other {conversations}}",
  only: "Only",
  onlyValue: "Only {value}",
  exclude: "Exclude {value}",
  isExcluded: "excluded",
  selectShown: "{count, plural, one {Select the one shown} other {Select all # shown}}",
  unselectShown: "{count, plural, one {Unselect the one shown} other {Unselect all # shown}}",
  pasted: "Select {count, plural, one {the pasted value} other {all # pasted values}}",
  pastedMany: "The pasted list has {count, number} values. At most {most, number} can be selected.",
  notSet: {
    checking: "Checking whether Twilio can be asked for this",
    apart:
      "Twilio can’t be asked for missing values here. {present, plural, one {# conversation has} other {# conversations have}} a value and {missing, number} can be found without one, but there are {all, number} in all.",
    noCount: "This account doesn’t count conversations, so Earshot can’t check what a filter for missing values finds.",
  },
} as const;
