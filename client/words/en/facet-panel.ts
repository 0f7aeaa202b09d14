/** The panel of one role’s filter: its values, and those without one. */
export const facetPanel = {
  region: "{role} filter",
  clear: "Clear {role}",
  loading: "Loading {role} values",
  updating: "Updating counts",
  loadedOnly: "Counts cover only the {count, plural, one {# loaded row} other {# loaded rows}}",
  none: "No values in this view",
  search: "Search {roles}",
  noMatch: "No results for “{text}”",
  conversations: "{count, plural, one {conversation} other {conversations}}",
  only: "Only",
  onlyValue: "Only {value}",
  exclude: "Exclude {value}",
  isExcluded: "excluded",
  selectShown: "{count, plural, one {Select the one shown} other {Select all # shown}}",
  unselectShown: "{count, plural, one {Deselect the one shown} other {Deselect all # shown}}",
  pasted: "Select {count, plural, one {the pasted value} other {all # pasted values}}",
  pastedMany: "The pasted list has {count, number} values. At most {most, number} can be selected.",
  notSet: {
    checking: "Checking whether Twilio can filter for missing values",
    apart:
      "Twilio can’t filter for missing values here. It returned {present, plural, one {# conversation} other {# conversations}} with a value and {missing, number} without one, but counts {all, number} in total.",
    noCount: "This account doesn’t count conversations, so Earshot can’t check a filter for missing values.",
  },
} as const;
