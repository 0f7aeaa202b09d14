/** What of a link or of the account's fields could not be used. */
export const view = {
  otherVersion: "This link was made by another version of Earshot (“{version}”): check that it shows what you expect.",
  notZone: "“{text}” is not a time zone: times are shown in {zone}.",
  notRange: "“{text}” is not a time range that can be shown: the last 7 days are shown.",
  notSort: "“{text}” is not an order: the newest come first.",
  notPart: "“{key}” in the address is not part of a view.",
  noRole: "This account has no {role} field: the link’s {role} filter is not applied.",
  noFilterField: "This account has no field “{field}”: the link’s filter on it is not applied.",
  noColumnField: "This account has no field “{field}”: its column is left out.",
  noSortField: "This account cannot be sorted by “{field}”: the newest come first.",
  badOverride: "{name} is set to “{value}”, which is not among this account’s fields: it is ignored.",
  noTime: "This account has no created time: the time range is not applied.",
  noId: "This account has no conversation id: a row is a combination of values, not a conversation.",
  spreadRows: "In this account a conversation has a row for each of its channels and languages. Charts count it once.",
} as const;
