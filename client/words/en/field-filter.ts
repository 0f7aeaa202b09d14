/** The panel that filters by any other field: the list of fields, and the values or the range of one. */
export const fieldFilter = {
  search: "Search fields",
  none: "No field has this name",
  back: "All fields",
  searchValues: "Search or type a whole value",
  first: "Only the {count, number} most frequent values are listed. Type a whole value to find another.",
  least: "They come in combinations, and not all are read: a value may have more conversations than its count.",
  searching: "Looking for “{text}”",
  absent: "No conversation of this view has “{text}”",
  from: "At least",
  to: "At most",
  apply: "Apply",
  remove: "Remove this filter",
  notNumber: "Write a number as it is written here, such as 12 or {example, number}.",
  reversed: "The second number is smaller than the first.",
  empty: "Write at least one of the two.",
  asked: "Twilio only knows “more than” and “less than”. It is asked for {ends}: decimals in between are let in.",
  moreThan: "more than {from}",
  lessThan: "less than {to}",
  moreAndLess: "more than {from} and less than {to}",
  loaded:
    "From the {count, plural, one {one loaded row} other {# loaded rows}} only, which are counted here. Type or paste whole values to find others.",
  noneLoaded:
    "No loaded row has a value of {label}. Type or paste whole values, or show its column to choose from the loaded rows.",
} as const;
