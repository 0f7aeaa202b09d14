/** The panel that filters by any other field: the list of fields, and the values or the range of one. */
export const fieldFilter = {
  search: "Search fields",
  none: "No fields found",
  back: "All fields",
  searchValues: "Search or enter a full value",
  first: "Only the {count, number} most frequent values are listed. Enter a full value to find another.",
  least:
    "Values come in combinations and not all are read, so a value may have more conversations than its count shows.",
  searching: "Searching for “{text}”",
  absent: "No conversation in this view has “{text}”",
  from: "At least",
  to: "At most",
  apply: "Apply",
  remove: "Remove this filter",
  notNumber: "Enter a number in this format: 12 or {example, number}.",
  reversed: "The second number is smaller than the first.",
  empty: "Enter at least one of the two.",
  asked:
    "Twilio supports only “more than” and “less than”, so Earshot asks for {ends}. Decimals in between are included.",
  moreThan: "more than {from}",
  lessThan: "less than {to}",
  moreAndLess: "more than {from} and less than {to}",
  loaded:
    "Values and counts cover only the {count, plural, one {# loaded row} other {# loaded rows}}. Enter or paste full values to find others.",
  noneLoaded:
    "No loaded row has a value for {label}. Enter or paste full values, or show its column to select from the loaded rows.",
} as const;
